import type { NativeTensor } from '../load-onnxruntime.ts';

/** Tensors by name. */
export type Tensors = Readonly<Record<string, NativeTensor>>;

/** A loaded graph, or a part of one: takes inputs, and writes outputs, by name, at once. All must be given. */
export type Program = (inputs: Tensors, outputs: Tensors) => void;
