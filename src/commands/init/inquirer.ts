import inquirer from "inquirer";
import { type Ask, Interrupted } from "./ask.js";

/** Asks in the terminal. Imported only when there is something to ask: inquirer takes long to load. */
export function inquirerAsk(words: { readonly yes: string; readonly no: string }): Ask {
  const prompt = inquirer.createPromptModule();
  return {
    select: ({ message, choices, preset }) =>
      answered(async () => {
        const list = choices.map(({ value, name }) => ({ value, name, short: name }));
        const { answer } = await prompt([
          {
            type: "select",
            name: "answer",
            message,
            choices: list,
            default: preset,
            pageSize: 12,
            loop: false,
            theme: QUIET,
          },
        ]);
        return choices.find(({ value }) => value === answer)!.value;
      }),
    input: ({ message, preset, problem = () => null }) =>
      answered(async () => {
        const validate = (text: string) => problem(text.trim()) ?? true;
        const { answer } = await prompt([
          { type: "input", name: "answer", message, default: preset, validate },
        ]);
        return String(answer).trim();
      }),
    confirm: ({ message, preset }) =>
      answered(async () => {
        const transformer = (value: boolean) => (value ? words.yes : words.no);
        const { answer } = await prompt([
          { type: "confirm", name: "answer", message, default: preset, transformer },
        ]);
        return answer === true;
      }),
  };
}

/** The help line is in English, whatever the reader's language; arrows and Enter explain themselves. */
const QUIET = { style: { keysHelpTip: () => undefined } };

/** Ctrl-C and a closed terminal reach us as errors of these names. */
const LEFT = ["ExitPromptError", "AbortPromptError", "CancelPromptError"];

async function answered<T>(question: () => Promise<T>): Promise<T> {
  try {
    return await question();
  } catch (error) {
    if (error instanceof Error && LEFT.includes(error.name)) throw new Interrupted();
    throw error;
  }
}
