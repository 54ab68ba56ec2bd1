/** A dimension: a number, or a name for any number, such as `batch`. */
export type Dimension = number | string;

/** The element types that are used here, with their numbers in ONNX (`TensorProto.DataType`). */
export const ELEMENT_TYPES = { float32: 1, uint8: 2, int64: 7, bool: 9 } as const;

export type ElementType = keyof typeof ELEMENT_TYPES;

/** The value of an attribute of a node. */
export type Attribute =
  | { readonly int: number }
  | { readonly float: number }
  | { readonly ints: readonly number[] }
  | { readonly text: string }
  | { readonly graph: OnnxGraph };

export interface OnnxNode {
  /** The name of the operator. */
  readonly type: string;
  /** The operator set; empty for that of ONNX itself. */
  readonly domain: string;
  readonly name: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly OnnxValue[];
  readonly attributes: Readonly<Record<string, Attribute>>;
}

/** The declaration of a tensor of a graph. */
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

/** One ONNX graph as plain data: the input of `encodeOnnx`. Every node comes after the nodes that make its inputs. */
export interface OnnxGraph {
  readonly name: string;
  readonly nodes: readonly OnnxNode[];
  readonly inputs: readonly OnnxValue[];
  readonly outputs: readonly OnnxValue[];
  readonly constants: readonly OnnxTensor[];
}
