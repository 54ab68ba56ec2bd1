import { elementCount } from '../../tensor/element-count.ts';
import type { Attribute, OnnxGraph, OnnxNode, OnnxTensor, OnnxValue } from '../ir/onnx-graph.ts';

/** A convolution that can be computed by Winograd's F(4 x 4, 3 x 3), with the activation and the pooling after it. */
export interface WinogradMatch {
  readonly convolution: OnnxNode;
  /** The lower and the upper limit of the activation. */
  readonly limits: readonly [number, number];
  readonly isPooled: boolean;
  /** The node whose result is that of the match. */
  readonly last: OnnxNode;
  /** All nodes of the match. */
  readonly nodes: readonly OnnxNode[];
}

/**
 * With fewer channels or filters, the transforms take as long as the multiplications that they save: the transforms grow with
 * the channels plus the filters, the multiplications with their product.
 */
const FEWEST_CHANNELS = 128;

/** A single smaller image gains little or nothing: four times as many numbers of filters must be read. */
const FEWEST_PIXELS = 49;

/**
 * A graph with less of its multiplications in such convolutions stays as it is: its images would be reordered between them and
 * the other convolutions, and each part of a graph takes time to start.
 */
const LEAST_SHARE = 1 / 2;

/** Finds the convolutions of a graph for which Winograd's way is faster; none where it would save little. */
export function winogradMatches(graph: OnnxGraph, channelBlock: number): WinogradMatch[] {
  const constants = new Map(graph.constants.map((constant) => [constant.name, constant]));
  const matches = graph.nodes
    .filter((node) => isSuitable(node, constants, channelBlock))
    .flatMap((convolution) => withFollowers(convolution, graph, constants) ?? []);
  const multiplications = (nodes: readonly OnnxNode[]): number =>
    nodes.reduce((sum, node) => sum + multiplicationsOf(node, constants), 0);
  const matched = multiplications(matches.map(({ convolution }) => convolution));
  return matched >= LEAST_SHARE * multiplications(graph.nodes) ? matches : [];
}

/** The multiplications for one image of a convolution with constant filters; 0 for other nodes. */
function multiplicationsOf(
  { type, inputs, outputs }: OnnxNode,
  constants: ReadonlyMap<string, OnnxTensor>,
): number {
  const filters = type === 'Conv' ? constants.get(inputs[1]!)?.shape : undefined; // a convolution has filters
  if (filters === undefined) return 0;
  return elementCount([...outputs[0]!.shape.slice(1).map(Number), ...filters.slice(1)]); // it has an output
}

function isSuitable(
  { type, domain, inputs, outputs, attributes }: OnnxNode,
  constants: ReadonlyMap<string, OnnxTensor>,
  channelBlock: number,
): boolean {
  if (type !== 'Conv' || domain !== '') return false;
  const [, filters, bias] = inputs;
  const shape = constants.get(filters!)?.shape; // a convolution has filters
  if (shape === undefined || (bias !== undefined && !constants.has(bias))) return false;
  const [count, channels, height, width] = shape as [number, number, number, number];
  const [rows, columns] = outputs[0]!.shape.slice(2).map(Number) as [number, number]; // an image
  return (
    height === 3 &&
    width === 3 &&
    isInts(attributes['strides'], [1, 1]) &&
    isOne(attributes['group']) &&
    attributes['dilations'] === undefined &&
    [count, channels].every((length) => length >= FEWEST_CHANNELS && length % channelBlock === 0) &&
    rows * columns >= FEWEST_PIXELS
  );
}

/** `undefined` where the convolution is followed by a batch normalisation, which onnxruntime folds into its own convolution. */
function withFollowers(
  convolution: OnnxNode,
  graph: OnnxGraph,
  constants: ReadonlyMap<string, OnnxTensor>,
): WinogradMatch | undefined {
  const onlyUser = (node: OnnxNode): OnnxNode | undefined => {
    const users = graph.nodes.filter(({ inputs }) => inputs.includes(node.outputs[0]!.name)); // a node has an output
    return users.length === 1 ? users[0] : undefined;
  };
  const next = onlyUser(convolution);
  if (next?.type === 'BatchNormalization') return undefined;
  const limits = next && limitsOf(next, constants);
  const active = limits === undefined ? convolution : next!;
  const after = onlyUser(active);
  const isPooled = after !== undefined && isPooling(after, active.outputs[0]!);
  const last = isPooled ? after : active;
  const nodes = [...new Set([convolution, active, last])];
  return { convolution, limits: limits ?? [-Infinity, Infinity], isPooled, last, nodes };
}

/** The limits of a clipping; `undefined` for other nodes. */
function limitsOf(
  { type, inputs }: OnnxNode,
  constants: ReadonlyMap<string, OnnxTensor>,
): readonly [number, number] | undefined {
  if (type === 'Relu') return [0, Infinity];
  if (type !== 'Clip') return undefined;
  const [lower, upper] = inputs.slice(1).map((name) => constants.get(name)?.data[0]);
  return lower === undefined || upper === undefined ? undefined : [Number(lower), Number(upper)];
}

/** Whether a node is a maximum pooling of windows of 2 x 2 pixels that are tiles of the image, all inside it. */
function isPooling({ type, attributes }: OnnxNode, { shape }: OnnxValue): boolean {
  return (
    type === 'MaxPool' &&
    isInts(attributes['kernel_shape'], [2, 2]) &&
    isInts(attributes['strides'], [2, 2]) &&
    isInts(attributes['pads'], [0, 0, 0, 0]) &&
    shape.length === 4
  );
}

function isInts(attribute: Attribute | undefined, expected: readonly number[]): boolean {
  if (attribute === undefined || !('ints' in attribute)) return false;
  return attribute.ints.every((int, index) => int === expected[index]);
}

function isOne(attribute: Attribute | undefined): boolean {
  return attribute !== undefined && 'int' in attribute && attribute.int === 1;
}
