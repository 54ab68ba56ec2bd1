/** A hint for the key `op:rotate`, which YAML reads if the space after the colon is missing; `undefined` for other keys. */
export function colonHint(key: string): string | undefined {
  const [, name, value] = /^([^:\s]+):(.+)$/s.exec(key) ?? [];
  if (name === undefined) return undefined;
  return `write "${name}: ${value}", with a space after the colon`;
}
