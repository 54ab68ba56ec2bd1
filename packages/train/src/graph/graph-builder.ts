import type {
  Attribute,
  Dimension,
  ElementType,
  OnnxGraph,
  OnnxNode,
  OnnxTensor,
  OnnxValue,
} from './onnx-graph.ts';

/** A tensor inside a graph under construction. */
export interface Value {
  readonly name: string;
  readonly shape: readonly Dimension[];
}

export interface NodeOptions {
  readonly shape: readonly Dimension[];
  readonly attributes?: Readonly<Record<string, Attribute>>;
  readonly domain?: string;
}

/** Collects nodes, constants, inputs and outputs into one ONNX graph. The functions beside this file emit single operators. */
export class GraphBuilder {
  /** How many channels the runtime's blocked convolutions take together; 1 where it has none. */
  readonly channelBlock: number;
  readonly #nodes: OnnxNode[] = [];
  readonly #inputs: OnnxValue[] = [];
  readonly #outputs: OnnxValue[] = [];
  readonly #constants = new Map<string, OnnxTensor>();
  #made = 0;

  constructor({ channelBlock = 1 }: { readonly channelBlock?: number } = {}) {
    this.channelBlock = channelBlock;
  }

  input(name: string, shape: readonly Dimension[], type: ElementType = 'float32'): Value {
    this.#inputs.push({ name, type, shape });
    return { name, shape };
  }

  output(name: string, value: Value): void {
    this.#nodes.push({
      type: 'Identity',
      domain: '',
      name: `Identity:${name}`,
      inputs: [value.name],
      outputs: [name],
      attributes: {},
    });
    this.#outputs.push({ name, type: 'float32', shape: value.shape });
  }

  /** A stored float tensor; `data` is referenced until the graph is written. */
  constant(name: string, shape: readonly number[], data: Float32Array): Value {
    this.#constants.set(name, { name, shape, data });
    return { name, shape };
  }

  /** A scalar; the same number is stored once. */
  scalar(value: number): Value {
    return this.constant(`scalar:${value}`, [], Float32Array.of(value));
  }

  /** A list of whole numbers, as operators take shapes and axes; the same list is stored once. */
  integers(values: readonly number[]): Value {
    const name = `integers:${values.join(',')}`;
    const shape = [values.length];
    this.#constants.set(name, { name, shape, data: BigInt64Array.from(values, BigInt) });
    return { name, shape };
  }

  node(type: string, inputs: readonly Value[], options: NodeOptions): Value {
    return this.nodeWithOutputs(type, inputs, [options.shape], options)[0]!; // one shape, one output
  }

  nodeWithOutputs(
    type: string,
    inputs: readonly Value[],
    shapes: readonly (readonly Dimension[])[],
    { attributes = {}, domain = '' }: Omit<NodeOptions, 'shape'> = {},
  ): Value[] {
    const name = `${type}:${this.#made++}`;
    const outputs = shapes.map((shape, index) => ({ name: `${name}:${index}`, shape }));
    this.#nodes.push({
      type,
      domain,
      name,
      inputs: inputs.map((input) => input.name),
      outputs: outputs.map((output) => output.name),
      attributes,
    });
    return outputs;
  }

  finish(name: string): OnnxGraph {
    return {
      name,
      nodes: this.#nodes,
      inputs: this.#inputs,
      outputs: this.#outputs,
      constants: [...this.#constants.values()],
    };
  }
}
