/** A value of a table: text, or a number, written so that the same double gives the same text. `NaN` is an empty cell. */
export type Cell = string | number;

/**
 * Writes a table as CSV after RFC 4180, with `\n` at the end of each row. Text that a spreadsheet would take for a
 * formula is preceded by an apostrophe, which `parseCsv` takes away again.
 */
export function formatCsv(rows: Iterable<readonly Cell[]>): string {
  let text = '';
  for (const row of rows) text += `${row.map(formatCell).join(',')}\n`;
  return text;
}

/**
 * Reads CSV after RFC 4180: quoted cells may hold commas, doubled quotes and line ends; rows end in `\n` or `\r\n`. A
 * byte order mark and empty lines are passed over. Lenient where the standard is silent: a quote inside an unquoted
 * cell is a quote, what follows a closing quote belongs to the cell, and an unclosed quote ends with the text.
 */
export function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let at = text.startsWith('\ufeff') ? 1 : 0;
  while (at < text.length) {
    const row: string[] = [];
    do {
      const { cell, end } = text[at] === '"' ? quotedCell(text, at) : plainCell(text, at);
      row.push(unguarded(cell));
      at = end + 1;
    } while (text[at - 1] === ',');
    if (row.length > 1 || row[0] !== '') rows.push(row);
  }
  return rows;
}

interface ReadCell {
  readonly cell: string;
  /** The position of the comma or line end after it. */
  readonly end: number;
}

function plainCell(text: string, start: number): ReadCell {
  let end = start;
  while (end < text.length && text[end] !== ',' && text[end] !== '\n') end++;
  const isWindowsEnd = text[end] !== ',' && text[end - 1] === '\r' && end > start;
  return { cell: text.slice(start, isWindowsEnd ? end - 1 : end), end };
}

function quotedCell(text: string, start: number): ReadCell {
  let close = text.indexOf('"', start + 1);
  while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
  if (close < 0) close = text.length;
  const inside = text.slice(start + 1, close).replaceAll('""', '"');
  const { cell: rest, end } = plainCell(text, close + 1);
  return { cell: inside + rest, end };
}

const FORMULA = /^[=+\-@\t\r]/;
const GUARDED = /^'['=+\-@\t\r]/;

function formatCell(cell: Cell): string {
  if (typeof cell === 'number') return Number.isNaN(cell) ? '' : String(cell);
  const guarded = FORMULA.test(cell) || GUARDED.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

function unguarded(cell: string): string {
  return GUARDED.test(cell) ? cell.slice(1) : cell;
}
