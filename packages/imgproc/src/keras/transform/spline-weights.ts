/** The orders of splines: 0 takes the nearest value, 1 is linear. */
export const SPLINE_ORDERS = [0, 1, 2, 3] as const;

export type SplineOrder = (typeof SPLINE_ORDERS)[number];

/**
 * Writes the weights of the `order + 1` values around a coordinate, computed as scipy.ndimage does it. Order 0 has the
 * weight 1.
 */
export function splineWeights(at: number, order: SplineOrder, weights: Float64Array): void {
  if (order === 0) {
    weights[0] = 1;
    return;
  }
  const x = at - Math.floor(order === 2 ? at + 0.5 : at);
  if (order === 1) {
    weights[0] = 1 - x;
    weights[1] = 1 - weights[0];
  } else if (order === 2) {
    const y = 0.5 - x;
    weights[0] = 0.5 * y * y;
    weights[1] = 0.75 - x * x;
    weights[2] = 1 - weights[0] - weights[1];
  } else {
    const z = 1 - x;
    weights[0] = (z * z * z) / 6;
    weights[1] = (x * x * (x - 2) * 3 + 4) / 6;
    weights[2] = (z * z * (z - 2) * 3 + 4) / 6;
    weights[3] = 1 - weights[0] - weights[1] - weights[2];
  }
}
