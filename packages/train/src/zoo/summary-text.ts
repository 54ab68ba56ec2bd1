import type { ModelSummary } from './summary.ts';

/** A summary as a table. */
export function summaryText({ layers, parameters, trainable }: ModelSummary): string {
  const header = ['layer', 'output', 'parameters', 'connected to'];
  const rows = layers.map(({ name, kind, shape, parameters: count, inputs }) => [
    `${name} (${kind})`,
    shape.map((size) => size ?? '?').join(' x '),
    grouped(count),
    inputs.join(', '),
  ]);
  const widths = header.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]!.length)),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) =>
        column === 2 ? cell.padStart(widths[2]!) : cell.padEnd(widths[column]!),
      )
      .join('  ')
      .trimEnd();
  const frozen = parameters - trainable;
  const total = `${grouped(parameters)} parameters: ${grouped(trainable)} trainable, ${grouped(frozen)} not trainable`;
  return [line(header), ...rows.map(line), total].join('\n');
}

/** With a comma between thousands, whatever the locale. */
function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}
