import { rngAt } from '@sprout/core';
import type { FeatureInput, InputNumbers, ModelInput } from '@sprout/train';

/** Random bytes of images; or random features, half of them 0, as after a rectifier. */
export function drawnInput(input: ModelInput | FeatureInput, count: number): InputNumbers {
  const rng = rngAt(0, ['benchmark', 'input']);
  if (!('kind' in input)) {
    const size = input.height * input.width * input.channels;
    return new Uint8Array(count * size).map(() => rng.integer(256));
  }
  const size = input.shape.reduce((product, length) => product * length, 1);
  return new Float32Array(count * size).map(() => Math.max(rng.normal(0, 1), 0));
}
