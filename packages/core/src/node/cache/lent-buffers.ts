/** Bytes that are lent until they are released. */
export interface LentBytes {
  /** Of the requested length. Not cleared. */
  readonly bytes: Uint8Array;
  readonly release: () => void;
}

/**
 * Buffers of shared memory, which workers read without a copy. A buffer that was released is lent again, so that a stream
 * of batches allocates only a few.
 */
export class LentBuffers {
  readonly #free: Uint8Array[] = [];

  lend(length: number): LentBytes {
    const last = this.#free.pop();
    const buffer =
      last !== undefined && last.length >= length
        ? last
        : new Uint8Array(new SharedArrayBuffer(length));
    let lent = true;
    const release = (): void => {
      if (lent) this.#free.push(buffer);
      lent = false;
    };
    return { bytes: buffer.subarray(0, length), release };
  }
}
