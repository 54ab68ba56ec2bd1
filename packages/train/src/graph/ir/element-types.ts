import type { ElementType } from './onnx-graph.ts';

/** The numbers that ONNX gives to element types: `TensorProto.DataType`. */
export const ELEMENT_TYPES: { readonly [T in ElementType]: number } = {
  float32: 1,
  uint8: 2,
  int64: 7,
  bool: 9,
  bfloat16: 16,
};
