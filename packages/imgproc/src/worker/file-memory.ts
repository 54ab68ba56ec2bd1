/** Enough for most photographs. The memory of a larger file is not kept. */
const MOST_KEPT = 2 ** 24;

/** Memory into which files are read, one after the other. Allocating memory for each file would take longer than reading it. */
export class FileMemory {
  #bytes = new Uint8Array(2 ** 18);

  /** At least `size` bytes, not cleared. The next call may return the same bytes. */
  take(size: number): Uint8Array {
    if (size > MOST_KEPT) return Buffer.allocUnsafeSlow(size);
    if (size > this.#bytes.length)
      this.#bytes = Buffer.allocUnsafeSlow(2 ** Math.ceil(Math.log2(size)));
    return this.#bytes;
  }
}
