import { sequential, layers } from '@tensorflow/tfjs-layers';
import { formatModelFile } from '../src/model/file/model-file.ts';
import { encodeWeights } from '../src/model/file/weights-file.ts';
import { truncateAt } from '../src/model/surgery/truncate-at.ts';
import { expectedWeights } from '../src/model/surgery/model-outline.ts';
import { toLayersModel } from '../src/model/tfjs/to-layers-model.ts';
import { createBase } from '../src/zoo/create-base.ts';
import { formulaWeight } from './formula-weights.ts';
import type { Json } from '@sprout/core';
import type { LayersModel } from '@tensorflow/tfjs-layers';

export const LABELS = ['maïs', 'Charlock', 'c'];
const SIZE = 32;

/**
 * A model as Teachable Machine's library builds it: a truncated MobileNet v2 and a pooling in one sequential model, two dense layers
 * in another one, and both in a third; for images of 32 x 32 pixels. The caller disposes of it.
 */
export async function trainedByTeachableMachine(): Promise<LayersModel> {
  const base = truncateAt(
    createBase('mobilenet-v2', { height: SIZE, width: SIZE, parameters: { alpha: 0.35 } }),
    'block_2_add',
  );
  const weights = expectedWeights(base).map(formulaWeight);
  const truncated = await toLayersModel({ ...base, weights });
  const features = sequential({ name: 'sequential_1' });
  features.add(truncated);
  features.add(layers.globalAveragePooling2d({ name: 'pooling' }));
  const head = sequential({
    name: 'sequential_3',
    layers: [
      layers.dense({ name: 'dense_Dense1', inputShape: [8], units: 10, activation: 'relu' }),
      layers.dense({
        name: 'dense_Dense2',
        units: LABELS.length,
        useBias: false,
        activation: 'softmax',
      }),
    ],
  });
  const joint = sequential({ name: 'sequential_4' });
  joint.add(features);
  joint.add(head);
  return joint;
}

/** The files of its export. */
export function exportOf(model: LayersModel, metadata: Readonly<Record<string, Json>> = {}) {
  const weights = model.weights.map((weight) => ({
    name: weight.originalName,
    shape: weight.shape.map(Number),
    data: weight.read().dataSync() as Float32Array, // float weights
  }));
  const topology = model.toJSON(null, false) as Json; // JSON
  const text = { tfjsVersion: '1.3.1', tmVersion: '2.4.5', labels: LABELS, imageSize: SIZE };
  return {
    'model.json': formatModelFile(topology, weights),
    'weights.bin': encodeWeights(weights),
    'metadata.json': JSON.stringify({ ...text, ...metadata }),
  };
}
