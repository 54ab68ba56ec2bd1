import type { Samples } from './samples.ts';

/** The positions of each class's samples, in order: entry `n` belongs to label `n`. */
export function classPositions(samples: Samples): number[][] {
  const positions: number[][] = [];
  for (let at = 0; at < samples.length; at++) (positions[samples.labelAt(at)] ??= []).push(at);
  return Array.from(positions, (ofClass) => ofClass ?? []);
}
