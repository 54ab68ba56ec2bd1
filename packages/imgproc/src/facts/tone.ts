import type { Plane } from './plane.ts';

/** The mean luminance and its standard deviation. */
export function tone({ values }: Plane): { brightness: number; contrast: number } {
  let sum = 0;
  let squares = 0;
  for (const value of values) {
    sum += value;
    squares += value * value;
  }
  const brightness = sum / values.length;
  const contrast = Math.sqrt(Math.max(0, squares / values.length - brightness * brightness));
  return { brightness, contrast };
}
