import { freemem } from 'node:os';

/** The number of 32-bit floats that a quarter of the free memory holds, but `most` at the most. */
export function numbersThatFit(most: number): number {
  return Math.min(most, Math.floor(freemem() / 16));
}
