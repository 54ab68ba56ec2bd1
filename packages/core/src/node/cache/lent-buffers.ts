/** Bytes that are in use until they are released. */
export interface LentBytes {
  /** As many as were asked for. They are not cleared. */
  readonly bytes: Uint8Array;
  readonly release: () => void;
}

/** Reuses buffers that were returned, so that a stream of batches allocates only a few. */
export class LentBuffers {
  readonly #free: Uint8Array[] = [];

  lend(length: number): LentBytes {
    const last = this.#free.pop();
    const buffer = last !== undefined && last.length >= length ? last : new Uint8Array(length);
    let lent = true;
    const release = (): void => {
      if (lent) this.#free.push(buffer);
      lent = false;
    };
    return { bytes: buffer.subarray(0, length), release };
  }
}
