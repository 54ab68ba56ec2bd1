import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Dataset } from '../dataset/dataset.ts';
import { checkWhole } from '../errors/check-whole.ts';
import { type Split, splitByKey } from './split.ts';

/**
 * Chooses for validation the samples of each class whose ids have the smallest SHA-256 (of `class/file` in UTF-8,
 * compared as hexadecimal). It needs no seed and is easy to repeat in any other language.
 *
 * @throws {SproutError} `class-too-small`, `option-invalid`.
 */
export function splitByHash(dataset: Dataset, { perClass }: { readonly perClass: number }): Split {
  checkWhole('perClass', perClass, { least: 0 });
  return splitByKey(
    dataset,
    () => perClass,
    (id) => bytesToHex(sha256(utf8ToBytes(id))),
  );
}
