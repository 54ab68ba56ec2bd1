import type { Json } from '@sprout/core';
import { parseOptions } from '../../options/parse-options.ts';
import type { LayerList, LayerNode } from '../layers/layer-node.ts';
import { readTopology } from '../layers/read-topology.ts';
import { inferShapes } from '../layers/shapes/infer-shapes.ts';
import { unsupportedLayer } from '../layers/unsupported.ts';
import { writeTopology } from '../layers/write-topology.ts';
import { type HeadOptions, headSchema, type HeadSpec } from './head-spec.ts';
import type { ModelOutline } from './model-outline.ts';

/** The class and the configuration of each kind of layer. */
const LAYERS: {
  readonly [Kind in HeadSpec[number]['layer']]: (
    spec: Extract<HeadSpec[number], { layer: Kind }>,
  ) => readonly [kind: string, config: Readonly<Record<string, Json>>];
} = {
  flatten: () => ['Flatten', {}],
  average: () => ['GlobalAveragePooling2D', {}],
  max: () => ['GlobalMaxPooling2D', {}],
  dense: ({ units, activation }) => ['Dense', { units, activation, use_bias: true }],
  dropout: ({ rate }) => ['Dropout', { rate }],
  'batch-norm': ({ momentum }) => ['BatchNormalization', { axis: -1, momentum, epsilon: 1e-3 }],
};

/**
 * A base and a head on it as one model. The layers of the head are trainable; those of the base stay as they are.
 *
 * @throws {SproutError} `config-invalid` for the head; `model-unsupported`, naming the layer of the head that does not fit the
 *   output below it, or that has the name of another layer.
 */
export function addHead({ topology, input }: ModelOutline, head: HeadOptions): ModelOutline {
  return { topology: writeTopology(withHead(readTopology(topology), head)), input };
}

/** A layer list with a head on it. @throws {SproutError} As `addHead`. */
export function withHead(base: LayerList, head: HeadOptions): LayerList {
  const layers = [...base];
  for (const [at, spec] of parseOptions(headSchema, head, 'The head').entries()) {
    const below = layers.at(-1)!; // a model has a layer
    const node = nodeOf(spec, { below: below.name, number: at + 1 });
    if (layers.some(({ name }) => name === node.name))
      throw unsupportedLayer(node.name, 'its name is used twice');
    layers.push(node);
    if (inferShapes(layers) === undefined && inferShapes(layers.slice(0, -1)) !== undefined)
      throw unsupportedLayer(
        node.name,
        `the layer ${spec.layer} does not fit the output of ${below.name}`,
      );
  }
  return layers;
}

function nodeOf(
  spec: HeadSpec[number],
  { below, number }: { readonly below: string; readonly number: number },
): LayerNode {
  const make = LAYERS[spec.layer] as (
    given: HeadSpec[number],
  ) => readonly [string, LayerNode['config']]; // the entry of its own kind
  const [kind, config] = make(spec);
  const name = spec.name ?? `${spec.layer}${number}`;
  return { name, layer: name, kind, inputs: [below], config, trainable: true };
}
