import { setUpOps } from './set-up-ops.ts';

/** The numbers that an op draws, for each of the seeds 0 to `count - 1`. */
export function drawnNumbers<Numbers>(spec: object, count: number): Numbers[] {
  const { draw } = setUpOps([spec]);
  return Array.from({ length: count }, (_, seed) => draw(seed)[0]?.numbers as Numbers); // the caller knows what the op draws
}
