import type { OpSpec } from '@sprout/core';
import type { Op } from '../op-contract/op.ts';
import type { ReadyOps } from '../op-list/ready-ops.ts';
import { OpenCv } from '../opencv/opencv.ts';
import { FileMemory } from './file-memory.ts';
import { readyLists } from './ready-lists.ts';

/** The ops that a thread knows. */
export interface ThreadOps {
  readonly recipeOps: readonly Op[];
  readonly augmentationOps: readonly Op[];
}

export interface ThreadOptions extends ThreadOps {
  /** Images with more pixels are refused; that of `decode` by default. */
  readonly pixelLimit?: number | undefined;
}

/** The state that a thread keeps between tasks: its OpenCV, the lists of ops that it has set up, memory for files. */
export class Thread {
  readonly opencv = new OpenCv();
  readonly pixelLimit: number | undefined;
  /** A recipe, set up. */
  readonly recipe: (specs: readonly OpSpec[]) => ReadyOps;
  /** An augmentation, set up. */
  readonly augmentation: (specs: readonly OpSpec[]) => ReadyOps;
  readonly #files: FileMemory[] = [];

  constructor({ recipeOps, augmentationOps, pixelLimit }: ThreadOptions) {
    this.pixelLimit = pixelLimit;
    this.recipe = readyLists(recipeOps);
    this.augmentation = readyLists(augmentationOps);
  }

  /** Lends memory for the files of one task until it is done: several tasks may take turns on a thread. */
  async withFileMemory<T>(task: (memory: FileMemory) => Promise<T>): Promise<T> {
    const memory = this.#files.pop() ?? new FileMemory();
    try {
      return await task(memory);
    } finally {
      this.#files.push(memory);
    }
  }
}
