import type {
  AugmentOptions,
  ImageSource,
  LentImages,
  Recipe,
  RenderOptions,
  Sample,
} from '@sprout/core';
import { augmentBatch } from './augment-batch.ts';
import { type ExaminedSample, examineSamples } from './examine-samples.ts';
import type { PoolResources } from './pool-resources.ts';
import { renderBatch } from './render-batch.ts';
import { SharedBuffers } from './shared-buffers.ts';
import type { ReplayOptions } from './task-images.ts';
import type { TaskRunner } from './task-runner.ts';

/** Decodes, prepares and augments images on worker threads. Made by `createImagePool`; dispose of it after use. */
export class ImagePool implements ImageSource, AsyncDisposable {
  readonly #resources: PoolResources;
  readonly #inFlight = new Set<Promise<unknown>>();
  #closed = false;

  constructor({ runner, workers }: { readonly runner: TaskRunner; readonly workers: number }) {
    this.#resources = { runner, workers: Math.max(1, workers), buffers: new SharedBuffers() };
  }

  /**
   * Reads, decodes, prepares and augments images, in their order, in one task for the workers. All images of a batch have
   * one size, which follows from the recipe and the augmentation. Where it does not follow, it is the size of the first
   * image that can be read, and an image of another size is bad.
   *
   * @param options Lists made by `parseRecipe` and `parseAugmentation` are not checked again.
   * @returns Lent until disposed of; then the pool uses the memory again.
   * @throws {SproutError} As `parseRecipe` and `parseAugmentation`. A bad image is no error: it is listed in `bad`.
   * @throws `signal.reason`, after the images under way are finished.
   */
  render(samples: readonly Sample[], options: RenderOptions & ReplayOptions): Promise<LentImages> {
    return this.#during(() => renderBatch(this.#resources, samples, options));
  }

  /** As `render`, without augmentation. */
  prepare(samples: readonly Sample[], recipe: Recipe, signal?: AbortSignal): Promise<LentImages> {
    return this.render(samples, { recipe, augment: [], seed: 0, epoch: 0, signal });
  }

  /**
   * Augments prepared images. Takes `prepared` over, only reads it, and disposes of it in the end. Images in shared memory,
   * as the pool and a cache lend them, are not copied beforehand.
   *
   * @param samples In the order of the images.
   * @returns Lent until disposed of, in memory of their own.
   * @throws {SproutError} As `parseAugmentation`.
   * @throws `options.signal.reason`, after the images under way are finished.
   */
  augment(
    prepared: LentImages,
    samples: readonly Sample[],
    options: AugmentOptions & ReplayOptions,
  ): Promise<LentImages> {
    return this.#during(() => augmentBatch(this.#resources, { prepared, samples }, options));
  }

  /**
   * Decodes images and measures the facts that the health check needs, in their order, a few images ahead.
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

  /** Waits for the work under way, then ends the workers. */
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
