/** The regular expression that a text describes; `undefined` if it describes none. */
export function pattern(text: string): RegExp | undefined {
  try {
    return new RegExp(text, 'u');
  } catch {
    return undefined;
  }
}
