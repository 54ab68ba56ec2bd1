import { checkWhole, type Json } from '@sprout/core';
import { tensor } from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import type { OutputActivation } from '../model/layers/without-output-activation.ts';
import { someBackend } from '../model/tfjs/some-backend.ts';
import { withinMemory } from '../model/tfjs/within-memory.ts';
import { initialWeight } from './initial-weight.ts';
import { modelEntry, type ModelName } from './model-table.ts';

/** Images are decoded to RGB. */
const CHANNELS = 3;

export interface CreateModelOptions {
  readonly height: number;
  readonly width: number;
  /** At least 2. */
  readonly classes: number;
  /** Addresses the initial weights: the same seed gives the same numbers on every engine. */
  readonly seed: number;
  /** How the model ends: `softmax` for one class of each image (the default), `sigmoid` for any number of tags. */
  readonly activation?: OutputActivation | undefined;
  /** The model's own parameters; its schema fills in the rest. */
  readonly parameters?: Readonly<Record<string, Json>>;
}

/**
 * A model of the table, initialised, as a tfjs layers model from `[count, height, width, 3]`, normalised, to
 * probabilities `[count, classes]`. The caller disposes of the model.
 *
 * @throws {SproutError} `name-unknown`, `config-invalid`, `option-invalid`; `model-unsupported`, naming the layer, for sizes whose
 *   weights or outputs would not fit into memory.
 */
export function createModel(name: ModelName, options: CreateModelOptions): LayersModel {
  const { height, width, classes, seed, activation = 'softmax', parameters = {} } = options;
  checkWhole('height', height, { least: 1 });
  checkWhole('width', width, { least: 1 });
  checkWhole('classes', classes, { least: 2 });
  const entry = modelEntry(name);
  someBackend();
  const model = withinMemory(() =>
    entry.build({ height, width, channels: CHANNELS, classes, activation }, parameters),
  );
  for (const weight of model.weights) {
    const { shape, data } = initialWeight(weight.originalName, fixedShape(weight.shape), seed);
    const initial = tensor(data, [...shape]);
    weight.write(initial);
    initial.dispose();
  }
  return model;
}

/** The shape of a weight, which has no unknown dimension although its type allows it. */
function fixedShape(shape: readonly (number | null)[]): number[] {
  return shape.map((size) => size ?? 1);
}
