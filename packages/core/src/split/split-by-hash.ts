import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Dataset } from '../dataset/dataset.ts';
import { type Split, splitByKey } from './split.ts';
import { checkPerClass } from './split-options.ts';

/**
 * Sets the samples of each class apart for validation whose ids have the smallest SHA-256 (of `class/file` in
 * UTF-8, compared as hexadecimal). Needs no seed and is easily repeated in any other language.
 *
 * @throws {SproutError} `class-too-small`, `option-invalid`.
 */
export function splitByHash(dataset: Dataset, { perClass }: { readonly perClass: number }): Split {
  checkPerClass(perClass);
  return splitByKey(
    dataset,
    () => perClass,
    (id) => bytesToHex(sha256(utf8ToBytes(id))),
  );
}
