import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import {
  type FileVersion,
  fileVersion,
  isSproutError,
  lock,
  makeFolder,
  removeLeftoversIn,
  writeAtomic,
} from '@sprout/core';
import { z } from 'zod';
import { digestsOf } from './digests-of.ts';
import { download, type DownloadOptions, faultOf } from './download.ts';
import type { WantedFile } from './wanted-file.ts';

/** A file of weights in the cache, or elsewhere. */
export interface CachedFile {
  readonly path: string;
  readonly sha256: string;
  /** Whether it was downloaded now. */
  readonly downloaded: boolean;
}

export interface CachedFileOptions extends DownloadOptions {
  /** Is told once that another process downloads the file, before its end is waited for. */
  readonly onWait?: ((holder: string) => void) | undefined;
}

const LOCK_CHECK_MS = 200;

/**
 * The wanted file from its place in the cache, or downloaded to it. A file that is there already is used if its size and its hash
 * are right, and replaced by a download otherwise. They are compared once: a note beside the file says of which version of it.
 *
 * @throws {SproutError} As `download`.
 */
export async function cachedFile(
  wanted: WantedFile,
  options: CachedFileOptions,
): Promise<CachedFile> {
  try {
    return await foundOrDownloaded(wanted, options);
  } catch (error) {
    options.signal?.throwIfAborted(); // whatever failed because of it
    throw error;
  }
}

async function foundOrDownloaded(
  wanted: WantedFile,
  options: CachedFileOptions,
): Promise<CachedFile> {
  const before = await stateOf(wanted, options.signal);
  if ('path' in before) return before;
  await makeFolder(dirname(wanted.path));
  await using _ = await lockWhenFree(wanted, options);
  await removeLeftoversIn(dirname(wanted.path));
  const there = await stateOf(wanted, options.signal);
  if ('path' in there) return there;
  const { fault } = there;
  const instead =
    fault === undefined
      ? wanted.instead
      : `${wanted.instead} (where another file is now: ${fault})`;
  const { sha256 } = await download({ ...wanted, instead }, options);
  await writeNote(wanted, { sha256, version: await fileVersion(wanted.path) });
  return { path: wanted.path, sha256, downloaded: true };
}

const noteSchema = z.object({
  /** The numbers of the file that change with it. */
  version: z.string(),
  sha256: z.string(),
  /** What the file was compared with. */
  checked: z.string(),
});

function versionText({ bytes, modified, changed, inode }: FileVersion): string {
  return [bytes, modified, changed, inode].join(' ');
}

function notePath(path: string): string {
  return join(dirname(path), `.${basename(path)}.json`);
}

/** The file, if it is there and is the wanted one; or why it is not. */
async function stateOf(
  wanted: WantedFile,
  signal: AbortSignal | undefined,
): Promise<CachedFile | { readonly fault: string | undefined }> {
  const { path } = wanted;
  const version = await fileVersion(path);
  if (version === undefined) return { fault: undefined };
  const noted = await readNote(wanted, version);
  if (noted !== undefined) return { path, sha256: noted, downloaded: false };
  const digests = await digestsOf(path, signal);
  const fault = faultOf(wanted, digests);
  if (fault !== undefined) return { fault };
  await writeNote(wanted, { sha256: digests.sha256, version });
  return { path, sha256: digests.sha256, downloaded: false };
}

/** The SHA-256 of the file, if this version of it was compared before. */
async function readNote(wanted: WantedFile, version: FileVersion): Promise<string | undefined> {
  try {
    const note = noteSchema.parse(JSON.parse(await readFile(notePath(wanted.path), 'utf8')));
    const isSame = note.version === versionText(version) && note.checked === knownText(wanted);
    return isSame ? note.sha256 : undefined;
  } catch {
    return undefined; // then it is compared again
  }
}

interface Compared {
  readonly sha256: string;
  /** The version of the file that was read; `undefined` if it is gone. */
  readonly version: FileVersion | undefined;
}

async function writeNote(wanted: WantedFile, { sha256, version }: Compared): Promise<void> {
  if (version === undefined) return;
  const note: z.input<typeof noteSchema> = {
    version: versionText(version),
    sha256,
    checked: knownText(wanted),
  };
  // in a folder that cannot be written, the file is compared every time
  await writeAtomic(notePath(wanted.path), JSON.stringify(note)).catch(() => undefined);
}

function knownText({ bytes, hash }: WantedFile): string {
  return `${bytes ?? ''} ${hash?.kind ?? ''} ${hash?.digits ?? ''}`;
}

async function lockWhenFree(
  { path, name }: WantedFile,
  { signal, onWait }: CachedFileOptions,
): Promise<AsyncDisposable> {
  for (let isFirst = true; ; isFirst = false) {
    try {
      return await lock(join(dirname(path), `.${basename(path)}.lock`), `The download of ${name}`);
    } catch (error) {
      if (!isSproutError(error, 'run-locked')) throw error;
      if (isFirst) onWait?.(error.context.holder);
      await setTimeout(LOCK_CHECK_MS, undefined, { signal });
    }
  }
}
