import type { Arrangement } from './species.ts';

/** Pairs of leaves, each pair at right angles to the one below. */
export const OPPOSITE: Arrangement = { perNode: 2, turn: 90, spread: 8 };

/** Single leaves, each turned by the golden angle, so that no leaf shades the leaves below. */
export const SPIRAL: Arrangement = { perNode: 1, turn: 137.5, spread: 8 };
