/** Texts that need no quotation marks in a list or an object of YAML in one line. */
const PLAIN = /^(?!true$|false$|null$)[A-Za-z][\w./-]*$/;

/** Plain data as YAML writes it in one line: `{ op: rotate, degrees: [-15, 15] }`. Fractions have five digits at most. */
export function specText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(specText).join(', ')}]`;
  if (typeof value === 'number' && !Number.isInteger(value))
    return String(Number(value.toPrecision(5)));
  if (typeof value === 'string')
    return PLAIN.test(value) ? value : `'${value.replaceAll("'", "''")}'`;
  if (typeof value !== 'object' || value === null) return String(value);
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  if (fields.length === 0) return '{}';
  return `{ ${fields.map(([name, field]) => `${name}: ${specText(field)}`).join(', ')} }`;
}
