/**
 * Keeps the first rows in memory, up to a number of bytes, and never replaces them. Rows are read in a new random order in every
 * epoch, so a fixed part of the rows saves as many reads as a changing part.
 */
export class RowMemory {
  readonly #rows = new Map<string, Float32Array>();
  #left: number;

  /** @param bytes The bytes that all rows may have together. */
  constructor(bytes: number) {
    this.#left = bytes;
  }

  get(key: string): Float32Array | undefined {
    return this.#rows.get(key);
  }

  /** Keeps a row if there is room. The row must not be written to later. */
  set(key: string, row: Float32Array): void {
    if (row.byteLength > this.#left || this.#rows.has(key)) return;
    this.#left -= row.byteLength;
    this.#rows.set(key, row);
  }
}
