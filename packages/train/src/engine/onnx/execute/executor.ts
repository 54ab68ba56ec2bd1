import type { Sizes } from '../../../graph/ir/sizes.ts';
import type { Tensors } from '../runtime/tensors.ts';

/**
 * A loaded graph, or a loaded partition of a graph. Runs synchronously: reads the input tensors and writes to the output
 * tensors. The caller passes the tensors of all inputs and outputs, by name.
 */
export type Executor = (inputs: Tensors, outputs: Tensors) => void;

/** A loaded partition of a graph. It also takes the sizes of the symbolic dimensions of its values. */
export type PartitionExecutor = (inputs: Tensors, outputs: Tensors, sizes: Sizes) => void;
