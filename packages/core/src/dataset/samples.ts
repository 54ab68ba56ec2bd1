import type { PathIndex } from './path-index.ts';
import type { Sample } from './sample.ts';

/**
 * A compact list of samples. All paths are in one block of bytes, which selections share: a million samples take tens of
 * megabytes, and a selection takes four bytes for each sample.
 */
export class Samples implements Iterable<Sample> {
  readonly #index: PathIndex;
  readonly #numbers: Uint32Array;

  /** @param numbers Positions in `index`, in the order of this list. The list takes ownership. */
  constructor(index: PathIndex, numbers: Uint32Array) {
    this.#index = index;
    this.#numbers = numbers;
  }

  get length(): number {
    return this.#numbers.length;
  }

  /** The sample at a position of this list. @throws {RangeError} outside `0 .. length - 1`. */
  at(position: number): Sample {
    return this.#index.sample(this.#number(position));
  }

  labelAt(position: number): number {
    return this.#index.label(this.#number(position));
  }

  idAt(position: number): string {
    return this.#index.id(this.#number(position));
  }

  /** The samples at these positions of this list, in the given order. */
  select(positions: ArrayLike<number>): Samples {
    return new Samples(
      this.#index,
      Uint32Array.from(positions, (position) => this.#number(position)),
    );
  }

  /** The samples for which `keep` holds, in order. */
  filter(keep: (sample: Sample) => boolean): Samples {
    return new Samples(
      this.#index,
      this.#numbers.filter((number) => keep(this.#index.sample(number))),
    );
  }

  *[Symbol.iterator](): Generator<Sample, void, undefined> {
    for (const number of this.#numbers) yield this.#index.sample(number);
  }

  #number(position: number): number {
    const number = this.#numbers[position];
    if (number === undefined) {
      throw new RangeError(`position ${position} is outside a list of ${this.length} samples`);
    }
    return number;
  }
}

/** Every sample of an index, in its order. */
export function allSamples(index: PathIndex): Samples {
  return new Samples(
    index,
    Uint32Array.from({ length: index.length }, (_, number) => number),
  );
}
