import {
  baseWithHead,
  createDefinition,
  headWithClasses,
  type ModelDefinition,
  modelEntry,
} from '@sprout/train';
import { fixedSize } from '../config/fixed-size.ts';
import { modelParameters, type ResolvedTraining } from '../config/resolve-training.ts';
import { classMap } from '../images/class-map.ts';
import type { OpenedImages } from '../images/open-images.ts';
import { transferOf } from '../transfer/transfer-of.ts';

/** The model of a configuration with its initial weights: a head on the base, or a model that is trained from scratch. */
export function modelOf(
  resolved: ResolvedTraining,
  images: OpenedImages,
  base: ModelDefinition | undefined,
): ModelDefinition {
  const classes = classMap(images).length;
  const activation = images.tags === undefined ? 'softmax' : 'sigmoid';
  const transfer = transferOf(resolved.model);
  if (base !== undefined && transfer !== undefined) {
    const { head: layers, trainable } = transfer;
    const head = headWithClasses(base, { layers, classes, activation });
    return baseWithHead(base, { head, trainable, seed: resolved.train.seed });
  }
  return createDefinition(modelEntry(resolved.model.name).name, {
    ...fixedSize(resolved.recipe),
    classes,
    activation,
    seed: resolved.train.seed,
    parameters: modelParameters(resolved.model),
  });
}
