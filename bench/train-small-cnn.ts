import { type Json, rngAt } from '@sprout/core';
import { type ModelDefinition, type NamedTensor, optimiserSchema } from '@sprout/train';
import { timeTraining } from './time-steps.ts';

const FILTERS = [32, 64, 128, 128];

/** Four blocks of convolution, batch norm, ReLU and pooling, then global average pooling and a dense layer. Adam. */
export const benchmark = timeTraining({
  title: 'train-small-cnn, 150 x 150',
  definition: smallNet(),
  optimiser: optimiserSchema.parse({ name: 'adam' }),
  peer: 'train_small_cnn.py',
  steps: 3,
});

function smallNet(): ModelDefinition {
  const layers: Json[] = [];
  const weights: NamedTensor[] = [];
  let channels = 3;
  for (const [index, filters] of FILTERS.entries()) {
    const name = `block${index}`;
    const convolution = { filters, kernel_size: [3, 3], padding: 'same', use_bias: false };
    layers.push(
      { class_name: 'Conv2D', config: { name: `${name}_conv`, ...convolution } },
      { class_name: 'BatchNormalization', config: { name: `${name}_norm` } },
      { class_name: 'ReLU', config: { name: `${name}_relu` } },
      { class_name: 'MaxPooling2D', config: { name: `${name}_pool`, pool_size: [2, 2] } },
    );
    weights.push(normal(`${name}_conv/kernel`, [3, 3, channels, filters]));
    for (const role of ['gamma', 'beta', 'moving_mean', 'moving_variance']) {
      const data = new Float32Array(filters).fill(/gamma|variance/.test(role) ? 1 : 0);
      weights.push({ name: `${name}_norm/${role}`, shape: [filters], data });
    }
    channels = filters;
  }
  layers.push(
    { class_name: 'GlobalAveragePooling2D', config: { name: 'average' } },
    { class_name: 'Dense', config: { name: 'classes', units: 12, activation: 'softmax' } },
  );
  weights.push(normal('classes/kernel', [channels, 12]));
  weights.push({ name: 'classes/bias', shape: [12], data: new Float32Array(12) });
  return {
    topology: { class_name: 'Sequential', config: { name: 'small', layers } },
    weights,
    input: {
      height: 150,
      width: 150,
      channels: 3,
      normalisation: { mean: [0, 0, 0], deviation: [255, 255, 255] },
    },
  };
}

/** Initial weights after He et al. 2015, arXiv:1502.01852. */
function normal(name: string, shape: readonly number[]): NamedTensor {
  const rng = rngAt(0, ['weights', name]);
  const fanIn = shape.slice(0, -1).reduce((product, size) => product * size, 1);
  const data = new Float32Array(fanIn * shape.at(-1)!); // weights have at least one axis
  return { name, shape, data: data.map(() => rng.normal(0, Math.sqrt(2 / fanIn))) };
}
