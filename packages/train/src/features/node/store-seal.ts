import { sha256 } from '../../model/file/node/sha256.ts';

const SEAL = /"seal":\s*"([0-9a-f]{64})"/g;

/** Stands for a seal while the seal is computed. */
export const NO_SEAL = '0'.repeat(64);

/** A text with its seal: the SHA-256 of the text with `NO_SEAL` in the place of the seal. */
export function sealed(text: string): string {
  return text.replace(SEAL, (field) => field.replace(NO_SEAL, sha256(text)));
}

/** Whether a text has one seal, which is its own. Every byte of the text counts. */
export function hasOwnSeal(text: string): boolean {
  const [found, ...others] = text.matchAll(SEAL);
  const seal = found?.[1];
  if (seal === undefined || others.length > 0) return false;
  return sha256(text.replace(SEAL, (field) => field.replace(seal, NO_SEAL))) === seal;
}
