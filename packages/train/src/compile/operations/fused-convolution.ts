import type { Emitted, OperationContext } from '../contract/operation.ts';
import { fusedByKernels } from './fused-by-kernels.ts';
import { fusedByOperators } from './fused-by-operators.ts';

/**
 * A fused convolution: convolution, batch normalisation by the statistics of the batch, and optionally activation and maximum
 * pooling. It makes few passes over the large image between them, and uses compute kernels where they cover it.
 */
export function fusedConvolution(context: OperationContext): Emitted {
  return fusedByKernels(context) ?? fusedByOperators(context);
}
