import type { Rng } from '@sprout/core';
import { z } from 'zod';
import { policyOpName, type PolicyOpName } from './policy-ops.ts';

const { fround } = Math;

/** The magnitudes of an op in a policy, one for each bin. */
export interface Magnitudes {
  readonly values: readonly number[];
  /** Whether the sign is drawn. */
  readonly signed: boolean;
}

/** The ops of a policy, in the order of torchvision. */
export type PolicyTable = ReadonlyMap<PolicyOpName, Magnitudes>;

/** The schema of one drawn op of a policy: its name and its magnitude. */
export const policyDraw = z.strictObject({ op: policyOpName, magnitude: z.number() });

export type PolicyDraw = z.output<typeof policyDraw>;

/** Evenly spaced numbers of single precision: `torch.linspace`. */
export function evenly(first: number, last: number, bins: number): readonly number[] {
  const [start, end] = [fround(first), fround(last)];
  const step = fround(fround(end - start) / (bins - 1));
  return Array.from({ length: bins }, (_, bin) =>
    bin < bins / 2 - 0.5 || bins === 1
      ? fround(start + step * bin)
      : fround(end - step * (bins - 1 - bin)),
  );
}

/** Numbers of bits, from `most` down by `fewer`. */
export function bitsDown(most: number, fewer: number, bins: number): readonly number[] {
  return Array.from({ length: bins }, (_, bin) => most - Math.round((bin * fewer) / (bins - 1)));
}

/** Magnitudes with a drawn sign. */
export const signed = (values: readonly number[]): Magnitudes => ({ values, signed: true });
/** Magnitudes without a sign. */
export const unsigned = (values: readonly number[]): Magnitudes => ({ values, signed: false });
/** Of an op without a magnitude. */
export const NONE: Magnitudes = unsigned([0]);

/** Draws an op, each with the same probability, the bin of its magnitude with `bin`, and the sign. */
export function drawFrom(table: PolicyTable, rng: Rng, bin: (bins: number) => number): PolicyDraw {
  const entries = [...table];
  const [op, { values, signed: hasSign }] = entries[rng.integer(entries.length)]!; // it has ops
  const magnitude = values.length === 1 ? 0 : values[bin(values.length)]!;
  if (!hasSign || !rng.chance(0.5)) return { op, magnitude };
  return { op, magnitude: magnitude === 0 ? 0 : -magnitude };
}
