import type { GraphBuilder, NodeOptions, Value } from '../ir/graph-builder.ts';
import type { Attribute, Dimension } from '../ir/onnx-graph.ts';
import { KERNEL_DOMAIN } from './kernel-domain.ts';
import { KERNEL_PARAMETERS, type KernelName, type KernelParameters } from './kernel-parameters.ts';

export interface KernelNodeOptions<Kernel extends KernelName> {
  readonly inputs: readonly Value[];
  /** The shapes of the kernel's outputs. They are 32-bit floats. */
  readonly results: readonly Pick<NodeOptions, 'shape'>[];
  readonly parameters: KernelParameters<Kernel>;
}

/**
 * Adds a node that runs a kernel. The kernel's parameters become attributes: numbers, or the name of a symbolic dimension. The
 * graph must allow kernels.
 */
export function kernelNode<Kernel extends KernelName>(
  graph: GraphBuilder,
  kernel: Kernel,
  { inputs, results, parameters }: NoInfer<KernelNodeOptions<Kernel>>,
): Value[] {
  const numbers: Readonly<Record<string, Dimension>> = parameters;
  const attributes = Object.fromEntries(
    KERNEL_PARAMETERS[kernel].map(([name, type]): [string, Attribute] => {
      const value = numbers[name]!; // the type of `parameters` has each field
      if (typeof value === 'string') return [name, { text: value }];
      return [name, type === 'i32' ? { int: value } : { float: value }];
    }),
  );
  return graph.nodeWithOutputs(kernel, inputs, { results, domain: KERNEL_DOMAIN, attributes });
}
