import { checkWhole, type Json } from '@sprout/core';
import { writeTopology } from '../model/layers/write-topology.ts';
import type { ModelDefinition } from '../model/model-definition.ts';
import { expectedWeights, type ModelOutline } from '../model/surgery/model-outline.ts';
import type { NamedTensor } from '../tensor/named-tensor.ts';
import { checkWeights } from '../weights/check-weights.ts';
import type { Pooling } from './bases/base-entry.ts';
import { baseEntry, type BaseName } from './bases/base-table.ts';
import { initialWeight } from './initial-weight.ts';
import { inputFunction } from './input/input-functions.ts';

/** Keras' least size for these networks. */
const LEAST_SIZE = 32;

export interface CreateBaseOptions {
  /** At least 32, as `width`. */
  readonly height: number;
  readonly width: number;
  /** Whether the classifier of the release is included; not by default. */
  readonly includeTop?: boolean;
  /** The number of classes of the top, 1000 by default. */
  readonly classes?: number;
  /** How a base without its top ends; `none` by default. */
  readonly pooling?: Pooling;
  /** The name of an input function; that of the release by default. */
  readonly input?: string;
  /** The base's own parameters, such as `alpha`. */
  readonly parameters?: Readonly<Record<string, Json>>;
}

/**
 * A network with released weights, as its release defines it, without its weights. Nothing is allocated: VGG16 with its top has
 * 138 million parameters.
 *
 * @throws {SproutError} `name-unknown` for the base or the input function, `config-invalid`, `option-invalid`;
 *   `model-unsupported`, naming the layer, for images that are too small or too large.
 */
export function createBase(name: BaseName, options: CreateBaseOptions): ModelOutline {
  const { height, width, includeTop = false, classes = 1000, pooling = 'none' } = options;
  const { parameters = {}, input } = options;
  const entry = baseEntry(name);
  checkWhole('height', height, { least: LEAST_SIZE });
  checkWhole('width', width, { least: LEAST_SIZE });
  checkWhole('classes', classes, { least: 2 });
  const preparation = inputFunction(input ?? entry.input);
  const layers = entry.build({ height, width, includeTop, classes, pooling }, parameters);
  return {
    topology: writeTopology(layers, name),
    input: { height, width, channels: 3, ...preparation },
  };
}

export interface WithWeightsOptions {
  /** Weights that are there already: those of a base under a new head. All others are initial. */
  readonly given?: readonly NamedTensor[];
  /** Addresses the initial weights, as for `createModel`. */
  readonly seed: number;
}

/**
 * An outline with its weights.
 *
 * @returns Arrays of `given` are shared.
 * @throws {SproutError} `model-unsupported`; `weight-unknown` or `shape-mismatch` where given weights do not fit.
 */
export function withWeights<Outline extends Pick<ModelOutline, 'topology'>>(
  outline: Outline,
  { given = [], seed }: WithWeightsOptions,
): Outline & Pick<ModelDefinition, 'weights'> {
  const required = expectedWeights(outline);
  const byName = new Map(given.map((tensor) => [tensor.name, tensor]));
  checkWeights(given, { required: [], optional: required });
  const weights = required.map(
    ({ name, shape }) => byName.get(name) ?? initialWeight(name, shape, seed),
  );
  return { ...outline, weights };
}
