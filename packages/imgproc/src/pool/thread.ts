import type { Recipe } from '@sprout/core';
import { OpenCv } from '../opencv/opencv.ts';
import { FileMemory } from './file-memory.ts';
import { type ReadyRecipe, readyRecipe } from '../recipe/ready-recipe.ts';

const RECIPES_KEPT = 4;

/** What a thread keeps from task to task: its OpenCV, the recipes it has set up, the memory it reads files into. */
export class Thread {
  readonly opencv = new OpenCv();
  readonly #recipes = new Map<string, ReadyRecipe>();
  readonly #files: FileMemory[] = [];

  /** Memory for a task's files, its own until the task is done: on one thread, several may be under way. */
  async withFileMemory<T>(task: (memory: FileMemory) => Promise<T>): Promise<T> {
    const memory = this.#files.pop() ?? new FileMemory();
    try {
      return await task(memory);
    } finally {
      this.#files.push(memory);
    }
  }

  /** A recipe, set up once and kept. @throws {SproutError} As `parseRecipe`. */
  recipe(recipe: Recipe): ReadyRecipe {
    const key = JSON.stringify(recipe);
    const ready = this.#recipes.get(key) ?? readyRecipe(recipe);
    this.#recipes.delete(key); // the one used last stands last
    this.#recipes.set(key, ready);
    for (const oldest of this.#recipes.keys()) {
      if (this.#recipes.size > RECIPES_KEPT) this.#recipes.delete(oldest);
    }
    return ready;
  }
}
