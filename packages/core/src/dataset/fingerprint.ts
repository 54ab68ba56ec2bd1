import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Samples } from './samples.ts';

/**
 * Names a list of samples: the SHA-256, in hexadecimal, of its ids and labels in their order. It tells whether a folder
 * still has the files of the run that it trained; what is in the files it does not see.
 */
export function fingerprint(samples: Samples): string {
  const hash = sha256.create();
  for (let at = 0; at < samples.length; at++) {
    hash.update(utf8ToBytes(JSON.stringify([samples.idAt(at), samples.labelAt(at)])));
  }
  return bytesToHex(hash.digest());
}
