import { readFile, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { writeAtomic } from '@sprout/core';
import { weightsSource } from '../../source/weights-source.ts';
import { readZip } from '../../zip/read-zip.ts';
import type { KnownFile, PackedIn } from '../known-file.ts';
import { knownFileOf, type KnownFileOptions } from '../known-file-of.ts';
import { type CachedFile, cachedFile } from './cached-file.ts';
import { type Environment, weightsFolder } from './cache-folder.ts';
import { digestsOf, type FileDigests } from './digests-of.ts';
import { download, type DownloadOptions, faultOf } from './download.ts';
import { environmentOf, type FetchOptions } from './fetch-options.ts';
import { refused, type WantedFile } from './wanted-file.ts';

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
  const { archive, bytes, hash, file: name } = known;
  const path = knownFilePath(known, environment);
  const address = new URL(known.address);
  const part = archive === undefined ? 'get it' : `get ${archive.member} out of the zip archive`;
  const instead = `${part} from ${known.address} and save it as ${path}`;
  const wanted = { address, path, name, bytes, hash, instead };
  const make = archive === undefined ? download : unpacking(archive);
  const cached = await cachedFile(wanted, { ...options, environment, make });
  return { ...cached, known, checked: checkedText(known, cached.sha256) };
}

/** The path of a known file in the cache, where it need not exist. The environment is that of the process by default. */
export function knownFilePath({ file }: KnownFile, environment?: Environment): string {
  return join(weightsFolder(environment), file);
}

/** Downloads an archive, takes the file out of it, and removes the archive. */
function unpacking({ member, bytes, hash }: PackedIn) {
  return async (wanted: WantedFile, options: DownloadOptions): Promise<FileDigests> => {
    const name = basename(wanted.address.pathname);
    const path = join(dirname(wanted.path), name);
    await download({ ...wanted, path, name, bytes, hash }, options);
    try {
      const zip = readZip(weightsSource(await readFile(path), path));
      await writeAtomic(wanted.path, zip.read(member));
    } finally {
      await rm(path, { force: true });
    }
    const digests = await digestsOf(wanted.path, options.signal);
    const fault = faultOf(wanted, digests);
    if (fault === undefined) return digests;
    await rm(wanted.path, { force: true });
    throw refused(wanted, fault);
  };
}

function checkedText({ file, hash, bytes }: KnownFile, sha256: string): string {
  if (hash === undefined) {
    const size = bytes === undefined ? '' : `, only the size of ${bytes} bytes`;
    return `The hash of ${file} was not compared${size}, because none is published; its SHA-256 is ${sha256}`;
  }
  const kind = hash.kind === 'md5' ? 'MD5' : 'SHA-256';
  return hash.digits.length < 32
    ? `The first ${hash.digits.length} digits of the ${kind} of ${file} are the published ones`
    : `The ${kind} of ${file} is the published one`;
}
