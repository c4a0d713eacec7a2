/** The script and the style sheet of the HTML report, and the module that holds them. */
export function assets(): { readonly script: string; readonly style: string; readonly module: string };
