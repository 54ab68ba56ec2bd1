import type { AugmentOptions, ImageSource, LentImages, Recipe, Sample } from '@sprout/core';
import { augmentBatch } from './augment-batch.ts';
import { type ExaminedSample, examineSamples } from './examine-samples.ts';
import type { PoolResources } from './pool-resources.ts';
import { prepareBatch } from './prepare-batch.ts';
import { Slots } from './slots.ts';
import type { TaskRunner } from './task.ts';

/** Decodes, prepares and augments images on worker threads. Made by `createImagePool`; dispose of it after use. */
export class ImagePool implements ImageSource, AsyncDisposable {
  readonly #resources: PoolResources;
  readonly #inFlight = new Set<Promise<unknown>>();
  #closed = false;

  constructor({ runner, workers }: { readonly runner: TaskRunner; readonly workers: number }) {
    this.#resources = { runner, workers: Math.max(1, workers), slots: new Slots() };
  }

  /**
   * Reads, decodes and prepares images, in their order. The size is the recipe's; without a resize it is that of the
   * first image that can be read, and every other one must have it too.
   *
   * @returns Lent until disposed of: their memory is used again from then on.
   * @throws {SproutError} As `parseRecipe`. A bad image is no error: it is listed in `bad`.
   * @throws `signal.reason` once the images in the making are finished.
   */
  prepare(samples: readonly Sample[], recipe: Recipe, signal?: AbortSignal): Promise<LentImages> {
    return this.#during(() => prepareBatch(this.#resources, samples, { recipe, signal }));
  }

  /**
   * Augments prepared images. Takes `prepared` over: it is copied, and disposed of in the end.
   *
   * @param samples In the order of the images.
   * @throws {SproutError} As `parseAugmentation`.
   */
  augment(
    prepared: LentImages,
    samples: readonly Sample[],
    options: AugmentOptions,
  ): Promise<LentImages> {
    return this.#during(() => augmentBatch(this.#resources, { prepared, samples }, options));
  }

  /**
   * Decodes images and measures what the health check wants to know of them; in their order, a few ahead.
   *
   * @throws `signal.reason`
   */
  examine(
    samples: Iterable<Sample>,
    signal?: AbortSignal,
  ): AsyncGenerator<ExaminedSample, void, undefined> {
    return examineSamples(this.#resources, samples, {
      signal,
      during: (work) => this.#during(work),
    });
  }

  /** Waits for what is in the making, then ends the workers. */
  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await Promise.allSettled(this.#inFlight);
    await this.#resources.runner[Symbol.asyncDispose]();
  }

  async #during<T>(work: () => Promise<T>): Promise<T> {
    if (this.#closed) throw new Error('the image pool is used after it was disposed of');
    const result = work();
    this.#inFlight.add(result);
    try {
      return await result;
    } finally {
      this.#inFlight.delete(result);
    }
  }
}
