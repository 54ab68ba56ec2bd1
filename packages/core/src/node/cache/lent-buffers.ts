/** Bytes that are lent until they are released. */
export interface LentBytes {
  /** Of the requested length. Not cleared. */
  readonly bytes: Uint8Array;
  readonly release: () => void;
}

/** Lends buffers. A buffer that was released is lent again, so that a stream of batches allocates only a few. */
export class LentBuffers {
  readonly #allocate: (length: number) => Uint8Array;
  readonly #free: Uint8Array[] = [];

  /** @param allocate Makes a buffer: of unshared memory by default, which is several times faster to write. */
  constructor(allocate: (length: number) => Uint8Array = (length) => new Uint8Array(length)) {
    this.#allocate = allocate;
  }

  lend(length: number): LentBytes {
    const last = this.#free.pop();
    const buffer = last !== undefined && last.length >= length ? last : this.#allocate(length);
    let lent = true;
    const release = (): void => {
      if (lent) this.#free.push(buffer);
      lent = false;
    };
    return { bytes: buffer.subarray(0, length), release };
  }
}
