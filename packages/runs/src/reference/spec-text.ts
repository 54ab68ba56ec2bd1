/** Plain data as YAML writes it in one line: `{ op: rotate, degrees: [-15, 15] }`. Numbers have five digits at most. */
export function specText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(specText).join(', ')}]`;
  if (typeof value === 'number') return String(Number(value.toPrecision(5)));
  if (typeof value !== 'object' || value === null) return String(value);
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  if (fields.length === 0) return '{}';
  return `{ ${fields.map(([name, field]) => `${name}: ${specText(field)}`).join(', ')} }`;
}
