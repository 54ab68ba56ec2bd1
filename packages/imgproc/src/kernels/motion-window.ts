import type { ConvolutionWindow } from './convolve.ts';
import { roundHalfEven } from './round-half-even.ts';

export interface MotionOptions {
  /** The side of the window: odd. */
  readonly size: number;
  /** The direction of the motion: 0 is to the right, 90 downwards. */
  readonly degrees: number;
  /** -1 smears only backwards, 0 evenly, 1 only forwards. */
  readonly direction: number;
  /** The shift of the line from the middle of the window, -1 to 1: 1 is a quarter of the side. */
  readonly right: number;
  readonly down: number;
}

/** A line of pixels with equal weights, as `MotionBlur` of albumentations 2.0.8 draws it. */
export function motionWindow({
  size,
  degrees,
  direction,
  right,
  down,
}: MotionOptions): ConvolutionWindow {
  const radius = size >> 1;
  const [x, y] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  const first = direction > 0 ? -radius * (1 - direction) : -radius;
  const last = direction < 0 ? radius * (1 + direction) : radius;
  const weights = new Float64Array(size * size);
  for (let point = 0; point < size; point++) {
    const way = size === 1 ? first : first + ((last - first) / (size - 1)) * point;
    const column = pixel(radius + x * way + (right * radius) / 2, size);
    weights[pixel(radius + y * way + (down * radius) / 2, size) * size + column] = 1;
  }
  const count = weights.reduce((sum, weight) => sum + weight, 0);
  return { size, weights: weights.map((weight) => weight / count) };
}

/** The nearest pixel in the window. */
function pixel(at: number, size: number): number {
  return Math.min(size - 1, Math.max(0, roundHalfEven(at)));
}
