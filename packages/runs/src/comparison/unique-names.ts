/** The names, or the paths if two names are equal. */
export function uniqueNames(names: readonly string[], paths: readonly string[]): readonly string[] {
  return new Set(names).size === names.length ? names : paths;
}
