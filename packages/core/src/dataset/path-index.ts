import { checkWhole } from '../errors/check-whole.ts';
import type { Sample } from './sample.ts';

/** Paths and labels by number. */
export interface PathIndex {
  readonly length: number;
  id(number: number): string;
  label(number: number): number;
  sample(number: number): Sample;
}

/** An index of up to this length keeps the samples that it has made, so that later epochs decode no text. */
const KEPT_LIMIT = 50_000;

/** Collects paths into one growing block of UTF-8 bytes. */
export class PathIndexBuilder {
  readonly #encoder = new TextEncoder();
  #bytes = new Uint8Array(1 << 16);
  #used = 0;
  #ends = new Float64Array(1 << 10);
  #labels = new Uint32Array(1 << 10);
  #length = 0;

  /**
   * @param id Relative to the folder that `build` is given, with `/` between parts.
   * @throws {SproutError} `option-invalid` for a label that is not a whole number from 0 to 2^32 - 1.
   */
  add(id: string, label: number): void {
    checkWhole('label', label, { least: 0, most: 2 ** 32 - 1 });
    this.#reserve(id.length * 3);
    this.#used += this.#encoder.encodeInto(id, this.#bytes.subarray(this.#used)).written;
    this.#ends[this.#length] = this.#used;
    this.#labels[this.#length] = label;
    this.#length++;
  }

  /** @param toPath Makes the path to open from an id. */
  build(toPath: (id: string) => string): PathIndex {
    const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
    const bytes = this.#bytes.slice(0, this.#used);
    const ends = this.#ends.slice(0, this.#length);
    const labels = this.#labels.slice(0, this.#length);
    const id = (number: number) =>
      decoder.decode(bytes.subarray(ends[number - 1] ?? 0, ends[number]));
    const label = (number: number) => labels[number]!;
    const read = (number: number): Sample => {
      const name = id(number);
      return { id: name, path: toPath(name), label: label(number) };
    };
    if (labels.length > KEPT_LIMIT) return { length: labels.length, id, label, sample: read };
    const kept = Array.from(labels, (): Sample | undefined => undefined);
    const sample = (number: number): Sample => (kept[number] ??= read(number));
    return { length: labels.length, id, label, sample };
  }

  #reserve(more: number): void {
    if (this.#used + more > this.#bytes.length) {
      const grown = new Uint8Array(Math.max(this.#bytes.length * 2, this.#used + more));
      grown.set(this.#bytes);
      this.#bytes = grown;
    }
    if (this.#length === this.#ends.length) {
      const ends = new Float64Array(this.#length * 2);
      ends.set(this.#ends);
      this.#ends = ends;
      const labels = new Uint32Array(this.#length * 2);
      labels.set(this.#labels);
      this.#labels = labels;
    }
  }
}
