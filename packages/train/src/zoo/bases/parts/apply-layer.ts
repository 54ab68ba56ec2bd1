import type { Json } from '@sprout/core';
import { inOrder } from '../../../model/layers/in-order.ts';
import type { LayerList, LayerNode } from '../../../model/layers/layer-node.ts';
import { inferShapes } from '../../../model/layers/shapes/infer-shapes.ts';
import { unsupportedLayer } from '../../../model/layers/unsupported.ts';

/** The output of a layer of a network that is being defined. */
export interface Output {
  readonly node: LayerNode;
  /** The outputs that the layer takes. */
  readonly inputs: readonly Output[];
  /** `[height, width, channels]` or `[features]`. */
  readonly shape: readonly number[];
}

/** A layer: its class, its name, and its configuration as Keras names it. */
export interface LayerSpec {
  readonly kind: string;
  readonly name: string;
  readonly [field: string]: Json;
}

/** The input of a network: RGB images of one size. */
export function imagesOf(height: number, width: number): Output {
  const shape = [height, width, 3];
  return { node: inputNode('images', shape), inputs: [], shape };
}

/**
 * Applies a layer to one output, or to several. Nothing is allocated.
 *
 * @throws {SproutError} `model-unsupported`, naming the layer, where its input is too small for it.
 */
export function applyLayer(
  input: Output | readonly Output[],
  { kind, name, ...config }: LayerSpec,
): Output {
  const inputs = [input].flat() as readonly Output[]; // flat does not see readonly arrays
  const names = inputs.map(({ node }) => node.name);
  const node = { name, layer: name, kind, inputs: names, config, trainable: true };
  const below = inputs.map((output) => inputNode(output.node.name, output.shape));
  const shape = inferShapes([...below, node])?.at(-1)!.output; // as many shapes as layers
  if (shape === undefined) {
    const sizes = inputs.map((output) => output.shape.join(' x ')).join(' and ');
    throw unsupportedLayer(name, `its input of ${sizes} is too small for it`);
  }
  return { node, inputs, shape: shape.map(Number) }; // inferred shapes are fixed
}

/** The layers of the network that ends in an output, each after its inputs. */
export function layersTo(output: Output): LayerList {
  const found = new Map<string, LayerNode>();
  const open = [output];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (found.has(next.node.name)) continue;
    found.set(next.node.name, next.node);
    open.push(...next.inputs);
  }
  return inOrder([...found.values()], [output.node.name]) as LayerList; // a network has no cycle
}

function inputNode(name: string, shape: readonly number[]): LayerNode {
  const config = { batch_input_shape: [null, ...shape] };
  return { name, layer: name, kind: 'InputLayer', inputs: [], config, trainable: false };
}
