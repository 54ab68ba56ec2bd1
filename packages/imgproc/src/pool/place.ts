import type { Target } from './task.ts';

/** Where in the target's pixels the image at a position begins and ends. */
export function place({ height, width }: Target, position: number): [start: number, end: number] {
  const length = height * width * 3;
  return [position * length, (position + 1) * length];
}
