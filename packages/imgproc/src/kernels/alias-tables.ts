/**
 * Tables with which one random word of 32 bits draws one of a few values in a constant time (Walker's alias method). The probabilities
 * are exact to 2 ** -32.
 *
 * The upper `bits` of a word choose a cell. The others choose between its two values: `values[2 * cell]` if they are below
 * `thresholds[cell]`, otherwise `values[2 * cell + 1]`.
 *
 * @see Vose 1991, "A linear algorithm for generating random numbers with a given distribution".
 */
export interface AliasTables {
  readonly bits: number;
  /** The cells of all tables, one after the other. */
  readonly thresholds: Int32Array;
  readonly values: Int16Array;
}

/** Tables that always draw 0, until `fillAliasTable` makes them. */
export function emptyAliasTables(count: number, bits: number): AliasTables {
  const cells = count << bits;
  return { bits, thresholds: new Int32Array(cells), values: new Int16Array(2 * cells) };
}

/** The values that a table draws, with their probabilities. */
export interface Distribution {
  /** One for each value, with a sum of 1; at most as many as a table has cells. */
  readonly probabilities: ArrayLike<number>;
  /** The value of an index. It is also called for the indices of cells without a probability; these values are never drawn. */
  readonly valueAt: (index: number) => number;
}

/** Makes one of the tables. */
export function fillAliasTable(
  { bits, thresholds, values }: AliasTables,
  index: number,
  { probabilities, valueAt }: Distribution,
): void {
  const cells = 1 << bits;
  const first = index << bits;
  const whole = 2 ** (32 - bits);
  const set = (cell: number, share: number, other: number): void => {
    thresholds[first + cell] = Math.min(Math.round(share * whole), 2 ** 31 - 1);
    values[2 * (first + cell)] = valueAt(cell);
    values[2 * (first + cell) + 1] = valueAt(other);
  };
  const shares = new Float64Array(cells);
  const queue = new Int32Array(cells); // from the left the cells with less than their share, from the right the others
  let small = 0;
  let large = cells;
  for (let cell = 0; cell < cells; cell++) {
    shares[cell] = (probabilities[cell] ?? 0) * cells;
    queue[shares[cell]! < 1 ? small++ : --large] = cell;
  }
  while (small > 0 && large < cells) {
    const cell = queue[--small]!;
    const donor = queue[large]!;
    set(cell, shares[cell]!, donor);
    shares[donor]! -= 1 - shares[cell]!;
    if (shares[donor]! >= 1) continue;
    large++;
    queue[small++] = donor;
  }
  for (let at = 0; at < small; at++) set(queue[at]!, 1, queue[at]!);
  for (let at = large; at < cells; at++) set(queue[at]!, 1, queue[at]!);
}

/** The value that a word draws from a table. */
export function drawFrom(
  { bits, thresholds, values }: AliasTables,
  index: number,
  word: number,
): number {
  const cell = (index << bits) + (word >>> (32 - bits));
  const rest = word & ((1 << (32 - bits)) - 1);
  return values[2 * cell + ((thresholds[cell]! - 1 - rest) >>> 31)]!;
}
