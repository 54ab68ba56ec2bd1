import type { Recipe } from '@sprout/core';
import { OpenCv } from '../opencv/opencv.ts';
import { type ReadyRecipe, readyRecipe } from '../recipe/ready-recipe.ts';

const RECIPES_KEPT = 4;

/** What a thread keeps from task to task: its OpenCV and the recipes it has set up. */
export class Thread {
  readonly opencv = new OpenCv();
  readonly #recipes = new Map<string, ReadyRecipe>();

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
