import type { DrawnOp } from '@sprout/imgproc';

/** Numbers of a list that are shown, and words or whole numbers; of a longer list, the range is shown. */
const MOST_NUMBERS = 4;
const MOST_WORDS = 9;

/**
 * Fields that are not shown: keys of random streams, settings that are recorded with the numbers, and the positions of ops that follow in
 * lines of their own.
 */
const NOT_SHOWN: ReadonlySet<string> = new Set(['key', 'border', 'lens', 'chosen']);

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
  if (NOT_SHOWN.has(name)) return [];
  return [Array.isArray(value) ? listText(name, value) : `${name} ${valueText(value)}`];
}

function valueText(value: unknown): string {
  if (typeof value === 'number') return numberText(value);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return 'none';
  return Object.values(value).map(valueText).join('/');
}

/** The values of a list in a row. Of a long list of numbers, the range; of a list of anything larger, how many there are. */
function listText(name: string, values: readonly unknown[]): string {
  if (values.length === 0) return `no ${name}`;
  const isPlain = values.every((value) => typeof value !== 'object' || value === null);
  const isShort = values.length <= MOST_NUMBERS;
  const areWords = values.every((value) => typeof value === 'string' || Number.isInteger(value));
  if (isPlain && (isShort || (areWords && values.length <= MOST_WORDS)))
    return `${name} ${values.map(valueText).join(' ')}`;
  const numbers = values.filter((value) => typeof value === 'number');
  if (numbers.length === values.length && !areWords) return `${name} ${rangeText(numbers)}`;
  if (isShort && values.every(isPair)) return `${name} ${values.map(valueText).join(' ')}`;
  return `${name}: ${values.length}`;
}

function rangeText(numbers: readonly number[]): string {
  return `${numberText(Math.min(...numbers))} to ${numberText(Math.max(...numbers))}`;
}

/** Whether a value has two numbers, as a point does. */
function isPair(value: unknown): boolean {
  const parts = Object.values(value ?? {});
  return parts.length === 2 && parts.every((part) => typeof part === 'number');
}

/** Three digits that count. */
function numberText(value: number): string {
  return String(Number.isInteger(value) ? value : Number(value.toPrecision(3)));
}
