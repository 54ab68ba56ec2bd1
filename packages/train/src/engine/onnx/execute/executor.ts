import type { Tensors } from '../runtime/tensors.ts';

/**
 * A loaded graph, or a loaded partition of a graph. Runs synchronously: reads the input tensors and writes to the output
 * tensors. The caller passes the tensors of all inputs and outputs, by name.
 */
export type Executor = (inputs: Tensors, outputs: Tensors) => void;
