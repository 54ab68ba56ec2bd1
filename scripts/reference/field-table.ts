import type { FieldReference } from '@sprout/runs';

/** A table of fields with their types, limits, defaults and meanings. */
export function fieldTable(fields: readonly FieldReference[]): string {
  if (fields.length === 0) return 'It has no fields.\n';
  const rows = fields.map(({ key, type, range, isRequired, description, ...field }) => {
    const byDefault = isRequired
      ? 'required'
      : field.default === undefined
        ? ''
        : code(field.default);
    return [code(key), type, range, byDefault, description];
  });
  const lines = [['field', 'type', 'range', 'default', 'meaning'], Array(5).fill('---'), ...rows];
  return lines.map((cells) => `| ${cells.map(escaped).join(' | ')} |\n`).join('');
}

function code(text: string): string {
  return `\`${text}\``;
}

function escaped(cell: string): string {
  return cell.replaceAll('|', '\\|');
}
