/** What most photographs need; larger files get memory of their own. */
const MOST_KEPT = 2 ** 24;

/** Memory that files are read into one after the other: to allocate it anew for each takes longer than to read the file. */
export class FileMemory {
  #bytes = new Uint8Array(2 ** 18);

  /** At least `size` bytes, with whatever is in them; they are used again at the next call. */
  take(size: number): Uint8Array {
    if (size > MOST_KEPT) return Buffer.allocUnsafeSlow(size);
    if (size > this.#bytes.length)
      this.#bytes = Buffer.allocUnsafeSlow(2 ** Math.ceil(Math.log2(size)));
    return this.#bytes;
  }
}
