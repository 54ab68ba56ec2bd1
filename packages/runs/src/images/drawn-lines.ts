import type { DrawnOp } from '@sprout/imgproc';

/** Numbers of a list that are shown; more are counted. */
const MOST_SHOWN = 4;

/** Fields that are not shown: keys of random streams, and settings that are recorded with the numbers. */
const NOT_SHOWN: ReadonlySet<string> = new Set(['key', 'border', 'lens']);

/** One line for each drawn op, with its name and its numbers. An op in an op follows it in a line of its own. */
export function drawnLines(drawn: readonly DrawnOp[]): string[] {
  return drawn.flatMap(({ op, ...rest }) => {
    // a policy draws objects with the name of an op and numbers beside it
    const { fields, inner } = partsOf('numbers' in rest ? rest.numbers : rest);
    return [[op, fields.join(', ')].filter((part) => part !== '').join(' '), ...drawnLines(inner)];
  });
}

interface Parts {
  readonly fields: readonly string[];
  readonly inner: readonly DrawnOp[];
}

function partsOf(numbers: unknown): Parts {
  const fields: string[] = [];
  const inner: DrawnOp[] = [];
  for (const [name, value] of Object.entries(numbers ?? {})) {
    const ops = opsIn(value);
    if (ops.length > 0) inner.push(...ops);
    else fields.push(...fieldText(name, value));
  }
  return { fields, inner };
}

/** The ops in a value, at any depth. */
function opsIn(value: unknown): DrawnOp[] {
  if (typeof value !== 'object' || value === null) return [];
  if (isDrawnOp(value)) return [value];
  return Object.values(value).flatMap(opsIn);
}

function isDrawnOp(value: object): value is DrawnOp {
  return 'op' in value && typeof value.op === 'string';
}

function fieldText(name: string, value: unknown): string[] {
  return NOT_SHOWN.has(name) ? [] : [`${name} ${valueText(value)}`];
}

function valueText(value: unknown): string {
  if (typeof value === 'number') return numberText(value);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return 'none';
  if (!Array.isArray(value)) return `(${partsOf(value).fields.join(', ')})`;
  if (value.length > MOST_SHOWN) return `(${value.length} values)`;
  return `[${value.map(valueText).join(' ')}]`;
}

/** Three digits that count. */
function numberText(value: number): string {
  return String(Number.isInteger(value) ? value : Number(value.toPrecision(3)));
}
