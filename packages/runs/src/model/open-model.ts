import { isSproutError, SproutError } from '@sprout/core';
import { type CheckedRecipe, parseRecipe, recipeHash } from '@sprout/imgproc';
import {
  checkClassifier,
  type LoadedModel,
  type Opened,
  openPredictorThread,
  type Predictor,
  type RequestedEngine,
} from '@sprout/train';
import { join } from 'node:path';
import { loadRunModel } from './load-run-model.ts';

/** A trained model and its card, with a predictor, which it owns. */
export interface OpenedModel extends LoadedModel, AsyncDisposable {
  readonly predictor: Opened<Predictor>;
}

export interface OpenModelOptions {
  readonly engine: RequestedEngine;
  /** The threads of the engine; its default if it is left out. */
  readonly threads?: number | undefined;
  /** As for `openPredictorThread`. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Opens the model of a run, of a model folder, or of an export of Teachable Machine, for predictions.
 *
 * @throws {SproutError} `file-missing`, `file-invalid`, `model-unsupported`, `engine-unavailable`.
 */
export async function openModel(
  path: string,
  { engine, threads, signal }: OpenModelOptions,
): Promise<OpenedModel> {
  const { folder, ...loaded } = await loadRunModel(path);
  const card = { ...loaded.card, recipe: checkedRecipe(loaded, folder) };
  checkClassifier(loaded.definition, card.thresholds && { activation: 'sigmoid' });
  const predictor = await openPredictorThread(loaded.definition, { engine, threads, signal });
  const predict: Predictor['predict'] = async (images, count) => {
    const probabilities = await predictor.predict(images, count);
    if (probabilities.every(Number.isFinite)) return probabilities;
    const reason =
      'its predictions are not finite: its weights or its normalisation are out of range';
    throw new SproutError('file-invalid', { file: folder, reason });
  };
  return {
    ...loaded,
    card,
    predictor: { ...predictor, predict },
    [Symbol.asyncDispose]: () => predictor[Symbol.asyncDispose](),
  };
}

/** The recipe of a model. @throws {SproutError} `file-invalid` for one that does not match its hash, or that has unknown ops. */
export function checkedRecipe({ card }: LoadedModel, folder: string): CheckedRecipe {
  const file = join(folder, 'sprout.json');
  try {
    const recipe = parseRecipe(card.recipe);
    if (recipeHash(recipe) === card.recipeHash) return recipe;
  } catch (cause) {
    if (!isSproutError(cause)) throw cause;
    throw new SproutError('file-invalid', { file, reason: cause.message }, { cause });
  }
  throw new SproutError('file-invalid', {
    file,
    reason: 'its recipe does not match its recipe hash',
  });
}
