export interface Command {
  readonly line: string;
  readonly purpose?: string;
}
