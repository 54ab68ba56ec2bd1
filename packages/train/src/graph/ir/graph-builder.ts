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
export type Value = OnnxValue;

export interface NodeOptions {
  readonly shape: readonly Dimension[];
  /** Floats unless said. */
  readonly type?: ElementType;
  readonly attributes?: Readonly<Record<string, Attribute>>;
  readonly domain?: string;
}

export type GraphBuilderOptions = Partial<Pick<GraphBuilder, 'channelBlock' | 'kernels'>>;

/** Collects nodes, constants, inputs and outputs into one ONNX graph. The functions beside this file emit single operators. */
export class GraphBuilder {
  /** How many channels the runtime's blocked convolutions take together; 1 where it has none. */
  readonly channelBlock: number;
  /** Whether nodes of `KERNEL_DOMAIN` may be used, which onnxruntime does not know. */
  readonly kernels: boolean;
  readonly #nodes: OnnxNode[] = [];
  readonly #inputs: OnnxValue[] = [];
  readonly #outputs: OnnxValue[] = [];
  readonly #constants = new Map<string, OnnxTensor>();
  #made = 0;

  constructor({ channelBlock = 1, kernels = false }: GraphBuilderOptions = {}) {
    this.channelBlock = channelBlock;
    this.kernels = kernels;
  }

  input(name: string, shape: readonly Dimension[], type: ElementType = 'float32'): Value {
    const value = { name, type, shape };
    this.#inputs.push(value);
    return value;
  }

  output(name: string, value: Value): void {
    const result = { ...value, name };
    this.#nodes.push({
      type: 'Identity',
      domain: '',
      name: `Identity:${name}`,
      inputs: [value.name],
      outputs: [result],
      attributes: {},
    });
    this.#outputs.push(result);
  }

  /** A stored float tensor; `data` is referenced until the graph is written. */
  constant(name: string, shape: readonly number[], data: Float32Array): Value {
    this.#constants.set(name, { name, shape, data });
    return { name, type: 'float32', shape };
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
    return { name, type: 'int64', shape };
  }

  node(type: string, inputs: readonly Value[], options: NodeOptions): Value {
    return this.nodeWithOutputs(type, inputs, [options], options)[0]!; // one in, one out
  }

  nodeWithOutputs(
    type: string,
    inputs: readonly Value[],
    results: readonly Pick<NodeOptions, 'shape' | 'type'>[],
    { attributes = {}, domain = '' }: Pick<NodeOptions, 'attributes' | 'domain'> = {},
  ): Value[] {
    const name = `${type}:${this.#made++}`;
    const outputs = results.map(({ shape, type: elements = 'float32' }, index) => ({
      name: `${name}:${index}`,
      type: elements,
      shape,
    }));
    this.#nodes.push({
      type,
      domain,
      name,
      inputs: inputs.map((input) => input.name),
      outputs,
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
