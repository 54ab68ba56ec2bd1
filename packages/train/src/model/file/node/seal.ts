import { canonicalJson } from '@sprout/core';
import type { SproutFile } from '../model-card.ts';
import { sha256 } from './sha256.ts';

/** The seal of the rest of a `sprout.json`. */
export function sealOf(unsealed: object): string {
  return sha256(canonicalJson(unsealed));
}

/** Whether a `sprout.json` is as it was written. */
export function isSealed({ seal, ...unsealed }: SproutFile): boolean {
  return seal === sealOf(unsealed);
}
