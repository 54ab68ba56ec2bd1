import type { Json } from '@sprout/core';
import { tensor } from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { someBackend } from '../engine/tfjs/some-backend.ts';
import { initialWeight } from './initial-weight.ts';
import { modelEntry } from './model-table.ts';

export interface CreateModelOptions {
  readonly height: number;
  readonly width: number;
  readonly channels?: number;
  readonly classes: number;
  /** Addresses the initial weights: the same seed gives the same numbers on every engine. */
  readonly seed: number;
  /** The model's own parameters; its schema fills in the rest. */
  readonly parameters?: Readonly<Record<string, Json>>;
}

/**
 * A model of the table, initialised, as a tfjs layers model from `[count, height, width, channels]`, normalised, to
 * probabilities `[count, classes]`. The caller's to dispose of.
 *
 * @throws {SproutError} `name-unknown`, `config-invalid`, `option-invalid`.
 */
export function createModel(name: string, options: CreateModelOptions): LayersModel {
  const { height, width, channels = 3, classes, seed, parameters = {} } = options;
  const entry = modelEntry(name);
  someBackend();
  const model = entry.build({ height, width, channels, classes }, parameters);
  for (const weight of model.weights) {
    const { shape, data } = initialWeight(weight.originalName, definite(weight.shape), seed);
    const initial = tensor(data, [...shape]);
    weight.write(initial);
    initial.dispose();
  }
  return model;
}

/** A weight's shape; none of its sides is open. */
function definite(shape: readonly (number | null)[]): number[] {
  return shape.map((side) => side ?? 1);
}
