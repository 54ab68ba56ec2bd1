import type { Border } from '../../kernels/border.ts';
import type { SplineOrder } from './spline-weights.ts';

export interface ResampleOptions {
  readonly order: SplineOrder;
  readonly fillMode: Border;
  /** The value beyond the edges for `constant`. */
  readonly cval: number;
}
