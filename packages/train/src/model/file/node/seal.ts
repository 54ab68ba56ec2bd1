import { canonicalJson } from '@sprout/core';
import type { SproutFile } from '../model-card.ts';
import { sha256 } from './sha256.ts';

/** The seal of a `sprout.json`: the SHA-256 of its other fields as canonical JSON, in hexadecimal. */
export function sealOf(unsealed: object): string {
  return sha256(canonicalJson(unsealed));
}

/** Whether a `sprout.json` is unchanged since it was written. */
export function isSealed({ seal, ...unsealed }: SproutFile): boolean {
  return seal === sealOf(unsealed);
}
