/** A mask of the numbers through which a clipping passes the gradient: those above the lower limit, up to the upper one. */
export function areInside(numbers: v128, lowerLimit: v128, upperLimit: v128): v128 {
  return v128.and(f32x4.gt(numbers, lowerLimit), f32x4.le(numbers, upperLimit));
}
