import type { Arrangement } from './species.ts';

/** Pairs, each at right angles to the one below. */
export const OPPOSITE: Arrangement = { perNode: 2, turn: 90, spread: 8 };

/** One leaf after another, turned by the golden angle, so that none shades the ones below. */
export const SPIRAL: Arrangement = { perNode: 1, turn: 137.5, spread: 8 };
