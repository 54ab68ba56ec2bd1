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
  /** 32-bit floats by default. */
  readonly type?: ElementType;
  readonly attributes?: Readonly<Record<string, Attribute>>;
  readonly domain?: string;
}

export interface OutputsOptions extends Pick<NodeOptions, 'attributes' | 'domain'> {
  readonly results: readonly Pick<NodeOptions, 'shape' | 'type'>[];
}

export type GraphBuilderOptions = Partial<Pick<GraphBuilder, 'channelBlock' | 'kernels'>>;

/** Collects nodes, constants, inputs and outputs into one ONNX graph. The functions in `emit/` add single operators. */
export class GraphBuilder {
  /** The length of a channel block in NCHWc; 1 where onnxruntime has no convolutions in NCHWc for this processor. */
  readonly channelBlock: number;
  /** Whether the graph may contain nodes of `KERNEL_DOMAIN`, which onnxruntime does not know. */
  readonly kernels: boolean;
  /** By an image in NCHW: the same image in NCHWc, where the graph has both. */
  readonly nchwc = new Map<Value, Value>();
  readonly #nodes: OnnxNode[] = [];
  readonly #inputs: OnnxValue[] = [];
  readonly #outputs: OnnxValue[] = [];
  readonly #constants = new Map<string, OnnxTensor>();
  #nodeCount = 0;

  constructor({ channelBlock = 1, kernels = false }: GraphBuilderOptions = {}) {
    this.channelBlock = channelBlock;
    this.kernels = kernels;
  }

  input(name: string, shape: readonly Dimension[], type: ElementType = 'float32'): Value {
    const value = { name, type, shape };
    this.#inputs.push(value);
    return value;
  }

  /** Makes a value an output of the graph under another name, by an `Identity` node. */
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
    return this.stored({ name, shape, data });
  }

  /** A stored tensor of another graph. */
  stored(tensor: OnnxTensor): Value {
    const { name, shape, data } = tensor;
    this.#constants.set(name, tensor);
    return { name, type: data instanceof Float32Array ? 'float32' : 'int64', shape };
  }

  /** A scalar constant. Equal numbers are stored once. */
  scalar(value: number): Value {
    return this.constant(`scalar:${value}`, [], Float32Array.of(value));
  }

  /** A constant list of 64-bit integers, such as a shape or axes. Equal lists are stored once. */
  integers(values: readonly number[]): Value {
    const name = `integers:${values.join(',')}`;
    return this.stored({ name, shape: [values.length], data: BigInt64Array.from(values, BigInt) });
  }

  /** Adds a node with one output. */
  node(type: string, inputs: readonly Value[], options: NodeOptions): Value {
    return this.nodeWithOutputs(type, inputs, { ...options, results: [options] })[0]!; // one result, one output
  }

  /** Adds a node with one output for each of `results`, in order. */
  nodeWithOutputs(
    type: string,
    inputs: readonly Value[],
    { results, attributes = {}, domain = '' }: OutputsOptions,
  ): Value[] {
    const name = `${type}:${this.#nodeCount++}`;
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

  /** The graph as data. The builder must not be used afterwards. */
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
