import { checkWhole } from '@sprout/core';
import { inputShape, takesFeatures } from '../../model/input-shape.ts';
import type { FeatureInput, ModelInput } from '../../model/model-definition.ts';
import type { InputNumbers, Predictor } from '../contract/predictor.ts';
import { checkLayers } from './check-layers.ts';
import { checkNumbers } from './check-numbers.ts';
import { type Lifetime, lifetimeOf } from './lifetime.ts';

export interface GuardPredictorOptions {
  readonly input: ModelInput | FeatureInput;
  /** The names of the model's layers. */
  readonly layers: readonly string[];
  /** The lifetime of the trainer that the predictor is a part of; by default a lifetime of its own. */
  readonly lifetime?: Lifetime;
}

/** Wraps a predictor: checks arguments, throws after it was disposed of, and ignores a second disposal. */
export function guardPredictor(
  predictor: Predictor,
  { input, layers, lifetime = lifetimeOf('predictor', predictor) }: GuardPredictorOptions,
): Predictor {
  return {
    engine: predictor.engine,
    predict: async (images, count) => {
      lifetime.check();
      checkImages(images, count, input);
      return predictor.predict(images, count);
    },
    outputs: async (images, count, names) => {
      lifetime.check();
      checkImages(images, count, input);
      checkLayers(names, layers);
      return names.length === 0 ? new Map() : predictor.outputs(images, count, names);
    },
    [Symbol.asyncDispose]: lifetime.close,
  };
}

/** @throws {SproutError} `option-invalid` for the count, `shape-mismatch` for the images or features. */
export function checkImages(
  images: InputNumbers,
  count: number,
  input: ModelInput | FeatureInput,
): void {
  checkWhole('count', count, { least: 1 });
  const shape = [count, ...inputShape(input)];
  if (takesFeatures(input)) checkNumbers('The features', images, { kinds: [Float32Array], shape });
  else checkNumbers('The images', images, { kinds: [Uint8Array], shape });
}
