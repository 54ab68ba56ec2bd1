import { rngAt } from '@sprout/core';
import type { NamedTensor } from '../tensor/named-tensor.ts';
import { elementCount } from '../tensor/element-count.ts';

type Initialiser = (shape: readonly number[], rng: ReturnType<typeof rngAt>) => () => number;

const constant =
  (value: number): Initialiser =>
  () =>
  () =>
    value;

/** He et al. 2015, arXiv:1502.01852: keeps the variance constant from layer to layer with ReLU. */
const heNormal =
  (fanIn: (shape: readonly number[]) => number): Initialiser =>
  (shape, rng) => {
    const deviation = Math.sqrt(2 / fanIn(shape));
    return () => rng.normal(0, deviation);
  };

/** Glorot & Bengio 2010. */
const glorotUniform: Initialiser = ([inputs, outputs], rng) => {
  const limit = Math.sqrt(6 / ((inputs ?? 1) + (outputs ?? 1)));
  return () => rng.uniform(-limit, limit);
};

const convolution = heNormal((shape) => elementCount(shape.slice(0, -1)));
const convolutionOrDense: Initialiser = (shape, rng) =>
  shape.length === 2 ? glorotUniform(shape, rng) : convolution(shape, rng);

/** By the last part of a weight's name. */
const INITIALISERS: ReadonlyMap<string, Initialiser> = new Map([
  ['kernel', convolutionOrDense],
  ['depthwise_kernel', heNormal((shape) => elementCount(shape.slice(0, 2)))],
  ['pointwise_kernel', convolution],
  ['bias', constant(0)],
  ['gamma', constant(1)],
  ['beta', constant(0)],
  ['moving_mean', constant(0)],
  ['moving_variance', constant(1)],
  ['alpha', constant(0.25)],
]);

/**
 * A weight before training: He normal for the filters of convolutions, Glorot uniform for the weights of dense layers, a
 * constant for all others. The numbers depend on the address `[seed, "initialise", name]` alone, not on engines or the order of
 * layers.
 */
export function initialWeight(name: string, shape: readonly number[], seed: number): NamedTensor {
  const initialiser = INITIALISERS.get(name.slice(name.lastIndexOf('/') + 1)) ?? constant(0);
  const next = initialiser(shape, rngAt(seed, ['initialise', name]));
  return { name, shape, data: new Float32Array(elementCount(shape)).map(next) };
}
