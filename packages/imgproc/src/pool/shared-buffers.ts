/** Buffers of shared memory for batches. A buffer is lent, returned and then lent again. */
export class SharedBuffers {
  readonly #free: SharedArrayBuffer[] = [];

  /** Lends a buffer of at least this many bytes. It is not cleared. */
  lend(bytes: number): SharedArrayBuffer {
    const fitting = this.#free.findIndex((buffer) => buffer.byteLength >= bytes);
    if (fitting >= 0) return this.#free.splice(fitting, 1)[0]!;
    this.#free.shift(); // a buffer that is too small is replaced, so that their number does not grow
    return new SharedArrayBuffer(bytes);
  }

  /** Takes a buffer back. Its borrower must not use it any more. */
  takeBack(buffer: SharedArrayBuffer): void {
    this.#free.push(buffer);
  }
}
