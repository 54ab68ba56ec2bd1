/** A command line that a reader can copy. */
export interface Command {
  readonly line: string;
  readonly purpose?: string;
}
