import { flatLayers } from '../layers/flat-layers.ts';
import { readTopology } from '../layers/read-topology.ts';
import { inferShapes } from '../layers/shapes/infer-shapes.ts';
import { truncate } from '../layers/truncate.ts';
import { unsupportedModel } from '../layers/unsupported.ts';
import { writeTopology } from '../layers/write-topology.ts';
import type { ModelDefinition } from '../model-definition.ts';

export interface AtSizeOptions {
  /** The size of the images. */
  readonly height: number;
  readonly width: number;
  /** The layer that the model then ends in; by default its last one. */
  readonly last?: string | undefined;
}

/**
 * A model for images of another size, with the same weights. Convolutions, poolings and global poolings take any size; a dense layer
 * on a flattened map does not.
 *
 * @returns Shares the arrays of the weights.
 * @throws {SproutError} `model-unsupported` if the layers or the weights do not fit images of this size.
 */
export function atSize(
  { topology, input, weights }: ModelDefinition,
  { height, width, last }: AtSizeOptions,
): ModelDefinition {
  const whole = flatLayers(readTopology(topology));
  const [first, ...rest] = last === undefined ? whole : truncate(whole, last);
  const config = { ...first!.config, batch_input_shape: [null, height, width, input.channels] }; // a model has a layer
  const layers = [{ ...first!, config }, ...rest];
  const expected = inferShapes(layers)?.flatMap((layer) => layer.weights);
  const given = new Map(weights.map((weight) => [weight.name, weight]));
  const fits = expected?.every(({ name, shape }) => given.get(name)?.shape.join() === shape.join());
  if (expected === undefined || fits !== true)
    throw unsupportedModel(`its layers do not fit images of ${height} x ${width} pixels`);
  const names = new Set(expected.map(({ name }) => name));
  return {
    topology: writeTopology(layers),
    input: { ...input, height, width },
    weights: weights.filter(({ name }) => names.has(name)),
  };
}
