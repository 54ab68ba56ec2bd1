/** The examples at the end of a command's help. Each one must work if the folders in it exist. */
export function examples(...lines: readonly string[]): string {
  return `\nExamples:\n${lines.map((line) => `  $ ${line}`).join('\n')}`;
}
