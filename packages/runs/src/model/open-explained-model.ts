import { SproutError } from '@sprout/core';
import {
  type AttributionLayers,
  attributionLayers,
  checkClassifier,
  type EngineGradientSource,
  type LoadedModel,
  type Opened,
  openGradientSourceThread,
} from '@sprout/train';
import { loadRunModel } from './load-run-model.ts';
import { checkedRecipe, type OpenModelOptions } from './open-model.ts';

/** A trained classifier that computes gradients of its scores, and its card. It owns the gradient source. */
export interface OpenedExplainedModel extends LoadedModel, AsyncDisposable {
  readonly folder: string;
  readonly source: Opened<EngineGradientSource>;
  readonly layers: AttributionLayers;
}

/**
 * Opens the model of a run, of a model folder, or of an export of Teachable Machine, for gradients of its scores.
 *
 * @throws {SproutError} `file-missing`, `file-invalid`, `engine-unavailable`; `model-unsupported` where the engine has no gradient of
 *   a layer.
 */
export async function openExplainedModel(
  path: string,
  { engine, signal }: OpenModelOptions,
): Promise<OpenedExplainedModel> {
  const { folder, ...loaded } = await loadRunModel(path);
  const card = { ...loaded.card, recipe: checkedRecipe(loaded, folder) };
  checkClassifier(loaded.definition, card.thresholds && { activation: 'sigmoid' });
  const layers = attributionLayers(loaded.definition);
  const source = await openGradientSourceThread(loaded.definition, { engine, signal });
  const dispose = () => source[Symbol.asyncDispose]();
  return { ...loaded, card, folder, source, layers, [Symbol.asyncDispose]: dispose };
}

/**
 * The layer whose map is explained or shown: the given one, or the last with a map.
 *
 * @throws {SproutError} `option-invalid` for a model without such a layer. A name that is not a layer is found by the model.
 */
export function mapLayer({ map }: AttributionLayers, given: string | undefined): string {
  const layer = given ?? map;
  if (layer !== undefined) return layer;
  const rule =
    'given for a model in which no layer has rows and columns: saliency and occlusion need none';
  throw new SproutError('option-invalid', { option: 'layer', value: 'nothing', rule });
}
