/** A dimension: a number, or the symbolic batch size of a graph that takes any. */
export type Dimension = number | 'batch';

/** The element types that graphs here use. */
export type ElementType = 'float32' | 'int64' | 'uint8' | 'bool' | 'bfloat16';

/** What an ONNX node's attribute may hold. */
export type Attribute =
  | { readonly int: number }
  | { readonly float: number }
  | { readonly ints: readonly number[] }
  | { readonly text: string }
  | { readonly graph: OnnxGraph };

export interface OnnxNode {
  readonly type: string;
  /** The operator set: empty for ONNX's own. */
  readonly domain: string;
  readonly name: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly OnnxValue[];
  readonly attributes: Readonly<Record<string, Attribute>>;
}

/** A tensor of a graph. */
export interface OnnxValue {
  readonly name: string;
  readonly type: ElementType;
  readonly shape: readonly Dimension[];
}

/** A constant that is stored in the file. */
export interface OnnxTensor {
  readonly name: string;
  readonly shape: readonly number[];
  readonly data: Float32Array | BigInt64Array;
}

/** One ONNX graph as plain data: what `encodeOnnx` writes. */
export interface OnnxGraph {
  readonly name: string;
  readonly nodes: readonly OnnxNode[];
  readonly inputs: readonly OnnxValue[];
  readonly outputs: readonly OnnxValue[];
  readonly constants: readonly OnnxTensor[];
}
