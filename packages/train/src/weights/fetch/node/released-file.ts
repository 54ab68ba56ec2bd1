import type { Environment } from '@sprout/core';
import { join } from 'node:path';
import { HASH_NAMES, isWhole } from '../file-hash.ts';
import type { KnownFile } from '../known-file.ts';
import { knownFileOf, type KnownFileOptions } from '../known-file-of.ts';
import { type CachedFile, cachedFile } from './cached-file.ts';
import { environmentOf, type FetchOptions } from './fetch-options.ts';
import { weightsFolder } from './weights-folder.ts';

export interface ReleasedFileOptions extends KnownFileOptions, FetchOptions {}

/** A file of released weights in the cache. */
export interface ReleasedFile extends CachedFile {
  /** Where the file is from, its licence, and the library for `releasedWeights`. */
  readonly known: KnownFile;
  /** What was compared, as a sentence. */
  readonly checked: string;
}

/**
 * The file with the released weights of a base: from the cache, or downloaded into it, with its size and its hash compared where
 * they are known.
 *
 * @throws {SproutError} `name-unknown` for a base or a library without known files, `option-invalid` for a width that is not
 *   released, `download-failed` and `download-refused` with the address and the path where the file can be put by hand,
 *   `file-unwritable`; the reason of the signal.
 */
export async function releasedFile(
  base: string,
  options: ReleasedFileOptions = {},
): Promise<ReleasedFile> {
  const known = knownFileOf(base, options);
  return await fetchKnown(known, options);
}

/** @throws {SproutError} As `releasedFile`. */
export async function fetchKnown(known: KnownFile, options: FetchOptions): Promise<ReleasedFile> {
  const environment = environmentOf(options);
  const { bytes, hash, file: name } = known;
  const path = knownFilePath(known, environment);
  const address = new URL(known.address);
  const instead = `get it from ${known.address} and save it as ${path}`;
  const wanted = { address, path, name, bytes, hash, instead };
  const cached = await cachedFile(wanted, { ...options, environment });
  return { ...cached, known, checked: checkedText(known, cached.sha256) };
}

/** The path of a known file in the cache, where it need not exist. The environment is that of the process by default. */
export function knownFilePath({ file }: KnownFile, environment?: Environment): string {
  return join(weightsFolder(environment), file);
}

function checkedText({ file, hash, bytes }: KnownFile, sha256: string): string {
  if (hash === undefined) {
    const size = bytes === undefined ? '' : `, only the size of ${bytes} bytes`;
    return `The hash of ${file} was not compared${size}, because none is published; its SHA-256 is ${sha256}`;
  }
  const kind = HASH_NAMES[hash.kind];
  return isWhole(hash)
    ? `The ${kind} of ${file} is the published one`
    : `The first ${hash.digits.length} digits of the ${kind} of ${file} are the published ones`;
}
