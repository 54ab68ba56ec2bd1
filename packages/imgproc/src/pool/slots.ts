/** Shared memory that is lent and comes back: a buffer is used again as soon as its borrower returns it. */
export class Slots {
  readonly #free: SharedArrayBuffer[] = [];

  /** A buffer of at least this many bytes, with whatever its last borrower left in it. */
  take(bytes: number): SharedArrayBuffer {
    const fitting = this.#free.findIndex((buffer) => buffer.byteLength >= bytes);
    if (fitting >= 0) return this.#free.splice(fitting, 1)[0]!;
    this.#free.shift(); // a smaller one makes room: buffers grow, their number does not
    return new SharedArrayBuffer(bytes);
  }

  /** Returns a buffer; nobody may touch it any more. */
  giveBack(buffer: SharedArrayBuffer): void {
    this.#free.push(buffer);
  }
}
