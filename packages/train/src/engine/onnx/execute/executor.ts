import type { NativeTensor } from '../runtime/load-onnxruntime.ts';

/** Tensors by name. */
export type Tensors = Readonly<Record<string, NativeTensor>>;

/**
 * A loaded graph, or a loaded partition of one. Runs synchronously: reads the inputs and writes the outputs, both by name.
 * The caller gives the tensors of all inputs and all outputs.
 */
export type Executor = (inputs: Tensors, outputs: Tensors) => void;
