import type { Emitted, OperationContext } from '../contract/operation.ts';
import { fusedByKernels } from './fused-by-kernels.ts';
import { fusedByOperators } from './fused-by-operators.ts';

/**
 * A fused convolution: convolution, batch normalisation by the mean and variance of the batch, and optionally activation and
 * maximum pooling. Compute kernels are used where they support the layers, operators elsewhere.
 */
export function fusedConvolution(context: OperationContext): Emitted {
  return fusedByKernels(context) ?? fusedByOperators(context);
}
