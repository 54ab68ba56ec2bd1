import {
  chunksOf,
  fileVersion,
  formatCsv,
  type Samples,
  SproutError,
  writeSealed,
} from '@sprout/core';
import { pathExists } from './path-exists.ts';
import { readTable } from './read-table.ts';
import type { RunFolder } from './run-folder.ts';

const COLUMNS = ['path', 'bytes', 'modified', 'inode'] as const;
/** A further column, in runs whose images were examined. */
const HASH = 'sha256';
/** The number of files whose version is read in parallel. */
const AT_ONCE = 64;

/**
 * Records the version of each image, unless the versions are recorded already.
 *
 * @param hashes The SHA-256 of each examined file, by id.
 * @throws {SproutError} `file-unwritable`
 */
export async function writeImageVersions(
  { images }: RunFolder,
  samples: Samples,
  hashes?: ReadonlyMap<string, string>,
): Promise<void> {
  if (await pathExists(images)) return;
  const versions = await versionsOf(samples);
  const rows = [...versions].map(([id, { bytes, modified, inode }]) => [
    id,
    bytes,
    modified,
    inode,
    ...(hashes === undefined ? [] : [hashes.get(id) ?? '']),
  ]);
  const header = hashes === undefined ? COLUMNS : [...COLUMNS, HASH];
  await writeSealed(images, formatCsv([header, ...rows]));
}

/** An image of a run, as its record describes the file. */
export interface RecordedImage {
  readonly id: string;
  /** The size of the file. */
  readonly bytes: number;
  /** The SHA-256 of the file, hexadecimal. */
  readonly hash: string;
}

/**
 * Reads the contents of the images that a run recorded.
 *
 * @returns `undefined` for a run that did not record them.
 * @throws {SproutError} `file-invalid`
 */
export async function readImageHashes({
  images,
}: RunFolder): Promise<readonly RecordedImage[] | undefined> {
  if (!(await pathExists(images))) return undefined;
  const rows = await readTable(images, COLUMNS);
  if (rows.some(({ length }) => length === COLUMNS.length)) return undefined; // without the column of hashes
  return rows.map(([id = '', bytes, , , hash = '']) => ({ id, bytes: Number(bytes), hash }));
}

export interface CheckImageVersionsOptions {
  readonly samples: Samples;
  /** Whether the data set was moved. Copying changes times and inode numbers, so only the sizes are compared. */
  readonly moved: boolean;
}

/**
 * Checks that the images of a run were not changed since it began. A run of an older version has no record of them.
 *
 * @throws {SproutError} `run-incompatible`
 */
export async function checkImageVersions(
  { folder, images }: RunFolder,
  { samples, moved }: CheckImageVersionsOptions,
): Promise<void> {
  if (!(await pathExists(images))) return;
  const rows = await readTable(images, COLUMNS);
  const now = await versionsOf(samples);
  const changed = rows.filter(([id = '', bytes, modified, inode]) => {
    const version = now.get(id);
    if (version === undefined) return false; // the identity of the run has its images
    const isOther = version.modified !== modified || version.inode !== inode;
    return version.bytes !== bytes || (!moved && isOther);
  });
  const [first] = changed;
  if (first === undefined) return;
  const advice = moved ? '' : '; if the data set was copied, state its folder';
  const reason = `${changed.length} of its images were changed since it began (first: ${first[0]})${advice}`;
  throw new SproutError('run-incompatible', { run: folder, reason });
}

interface Version {
  readonly bytes: string;
  readonly modified: string;
  readonly inode: string;
}

async function versionsOf(samples: Samples): Promise<Map<string, Version>> {
  const versions = new Map<string, Version>();
  for (const group of chunksOf(samples, AT_ONCE)) {
    const found = await Promise.all(group.map(({ path }) => versionOf(path)));
    for (const [at, { id }] of group.entries()) versions.set(id, found[at]!); // one for each sample
  }
  return versions;
}

/** The version of a file; empty if it cannot be read, which reading it will report. */
async function versionOf(path: string): Promise<Version> {
  const found = await fileVersion(path);
  const { bytes = '', modified = '', inode = '' } = found ?? {};
  return { bytes: String(bytes), modified: String(modified), inode: String(inode) };
}
