import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Samples } from './samples.ts';

/**
 * The SHA-256, in hexadecimal, of the ids and labels of a list of samples, in order. It shows whether a folder still has
 * the files that a run was trained on. It does not depend on the contents of the files.
 */
export function fingerprint(samples: Samples): string {
  const hash = sha256.create();
  for (let at = 0; at < samples.length; at++) {
    hash.update(utf8ToBytes(JSON.stringify([samples.idAt(at), samples.labelAt(at)])));
  }
  return bytesToHex(hash.digest());
}
