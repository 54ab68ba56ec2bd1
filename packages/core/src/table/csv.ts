/**
 * A value of a table. Numbers are written in full, so that reading gives the same double. `NaN` is written as an empty
 * cell.
 */
export type Cell = string | number;

/** Writes a table as CSV (RFC 4180), with `\n` at the end of each row. `parseCsv` reads the same cells. */
export function formatCsv(rows: Iterable<readonly Cell[]>): string {
  let text = '';
  for (const row of rows) text += `${row.map(formatCell).join(',')}\n`;
  return text;
}

/**
 * A cell that no spreadsheet reads as a formula: text that begins with `=`, `+`, `-`, `@`, a tab or a carriage return is preceded by
 * an apostrophe, which is then part of the cell.
 */
export function spreadsheetSafe(cell: Cell): Cell {
  return typeof cell === 'string' && /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
}

/**
 * Reads CSV (RFC 4180). Quoted cells may hold commas, doubled quotes and line ends; rows end in `\n` or `\r\n`. A byte
 * order mark and empty lines are skipped. Input outside the standard is accepted: a quote inside an unquoted cell is
 * part of the cell, text after a closing quote is added to the cell, and an unclosed quote ends at the end of the text.
 */
export function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let at = text.startsWith('\ufeff') ? 1 : 0;
  while (at < text.length) {
    const row: string[] = [];
    do {
      const { cell, end } = text[at] === '"' ? quotedCell(text, at) : plainCell(text, at);
      row.push(cell);
      at = end + 1;
    } while (text[at - 1] === ',');
    if (row.length > 1 || row[0] !== '') rows.push(row);
  }
  return rows;
}

interface ReadCell {
  readonly cell: string;
  /** The position of the comma or line end after the cell. */
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

function formatCell(cell: Cell): string {
  if (typeof cell === 'number') return Number.isNaN(cell) ? '' : String(cell);
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
