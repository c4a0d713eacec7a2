/** Asks a person. Answered by inquirer in a terminal, and by a list of answers in tests. */
export interface Ask {
  /** Returns the value of one of the choices. */
  select<T extends string>(question: {
    readonly message: string;
    readonly choices: readonly Choice<T>[];
    readonly preset?: T | undefined;
  }): Promise<T>;
  /** Returns a text that `problem` finds nothing wrong with, without spaces around it. */
  input(question: {
    readonly message: string;
    readonly preset?: string | undefined;
    /** What is wrong with a text; null: nothing. */
    readonly problem?: (text: string) => string | null;
  }): Promise<string>;
  confirm(question: { readonly message: string; readonly preset: boolean }): Promise<boolean>;
}

export interface Choice<T extends string> {
  readonly value: T;
  readonly name: string;
}

/** The person left with Ctrl-C, or her terminal is gone. */
export class Interrupted extends Error {
  constructor() {
    super("interrupted");
    this.name = "Interrupted";
  }
}
