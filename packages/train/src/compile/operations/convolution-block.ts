import type { Emitted, OperationContext } from '../operation.ts';
import { blockOfKernels } from './block-of-kernels.ts';
import { blockOfOperators } from './block-of-operators.ts';

/**
 * Convolution, batch normalisation by the batch's statistics, activation and maximum pooling (the last two optional) as one
 * operation, with few passes over the large image between them: by kernels of our own where they cover it.
 */
export function convolutionBlock(context: OperationContext): Emitted {
  return blockOfKernels(context) ?? blockOfOperators(context);
}
