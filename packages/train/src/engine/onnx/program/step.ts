import type { NativeTensor } from '../load-onnxruntime.ts';

/** Tensors by name. */
export type Tensors = Readonly<Record<string, NativeTensor>>;

/** One stage of a program, ready to run: takes the program's inputs, and writes to its outputs, where it has to do with them. */
export type Step = (inputs: Tensors, outputs: Tensors) => void;
