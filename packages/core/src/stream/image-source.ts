import type { ErrorData } from '../errors/error-data.ts';
import type { Sample } from '../dataset/sample.ts';

/** One op of a recipe or an augmentation, as configuration files write it. The package that has the op checks its fields. */
export interface OpSpec {
  readonly op: string;
  readonly [field: string]: unknown;
}

/** The deterministic part of image preparation: the same file gives the same pixels. */
export type Recipe = readonly OpSpec[];
/** The random part: the same seed, epoch and sample give the same pixels. */
export type Augmentation = readonly OpSpec[];

/** An image that could not be prepared, with its position among the requested samples. */
export interface BadImage {
  readonly position: number;
  readonly id: string;
  readonly error: ErrorData;
}

/** Images that are lent until they are disposed of; then their memory may be used again. Bad images are black. */
export interface LentImages extends Disposable {
  /** `[count, height, width, channels]`, RGB, 0 to 255. May lie in shared memory. */
  readonly images: Uint8Array;
  readonly height: number;
  readonly width: number;
  readonly channels: number;
  readonly bad: readonly BadImage[];
}

export interface AugmentOptions {
  /** An empty augmentation changes nothing. */
  readonly augment: Augmentation;
  /** Whole numbers that, with a sample's id, address its random numbers. */
  readonly seed: number;
  readonly epoch: number;
  readonly signal?: AbortSignal | undefined;
}

export interface RenderOptions extends AugmentOptions {
  readonly recipe: Recipe;
}

/** Makes pixels of samples: a pool of workers, or a cache before one. */
export interface ImageSource {
  /** Decodes, prepares and augments the samples, in their order. Without augmentation the same as `prepare`. */
  render(samples: readonly Sample[], options: RenderOptions): Promise<LentImages>;
  /** Decodes and prepares the samples, in their order. */
  prepare(samples: readonly Sample[], recipe: Recipe, signal?: AbortSignal): Promise<LentImages>;
  /** Augments prepared images. Takes `prepared` over and disposes of it. `samples` are in the order of the images. */
  augment(
    prepared: LentImages,
    samples: readonly Sample[],
    options: AugmentOptions,
  ): Promise<LentImages>;
}
