/** Writes little-endian fields, one after the other. */
export class ByteWriter {
  readonly #bytes: number[] = [];

  u8(...values: readonly number[]): this {
    for (const value of values) this.#bytes.push(value & 255);
    return this;
  }

  u16(value: number): this {
    return this.u8(value, value >>> 8);
  }

  u32(value: number): this {
    return this.u8(value, value >>> 8, value >>> 16, value >>> 24);
  }

  /** A whole number below 2 ** 53. */
  u64(value: number): this {
    return this.u32(value % 2 ** 32).u32(Math.floor(value / 2 ** 32));
  }

  /** An address; all ones for one that points nowhere. */
  address(value: number | undefined): this {
    return value === undefined ? this.u32(0xffffffff).u32(0xffffffff) : this.u64(value);
  }

  bytes(values: Uint8Array): this {
    for (const value of values) this.#bytes.push(value);
    return this;
  }

  /** Zeros up to a multiple of 8 bytes, or to a size. */
  pad(size = Math.ceil(this.#bytes.length / 8) * 8): this {
    while (this.#bytes.length < size) this.#bytes.push(0);
    return this;
  }

  /** A fresh array. */
  finish(): Uint8Array {
    return Uint8Array.from(this.#bytes);
  }
}
