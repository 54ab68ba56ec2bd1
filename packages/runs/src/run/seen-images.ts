import { chunksOf, type Samples, SproutError, systemReason } from '@sprout/core';
import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { readImageHashes } from './image-versions.ts';
import { readTable } from './read-table.ts';
import type { RunFolder } from './run-folder.ts';

/** How a run used an image. */
export type Use = 'training' | 'validation';

/** The number of files that are read in parallel. */
const AT_ONCE = 16;

/**
 * Finds the images that a run was trained or validated on, by the contents of their files: names and folders may differ. Only files
 * of a size that the run recorded are read.
 *
 * @returns How the run used each of the images that it has seen, by id; `undefined` if it did not record the contents of its images.
 * @throws {SproutError} `file-invalid`, `file-missing` for the files of the run; `image-unreadable` for an image.
 */
export async function seenImages(
  run: RunFolder,
  samples: Samples,
): Promise<ReadonlyMap<string, Use> | undefined> {
  const recorded = await readImageHashes(run);
  if (recorded === undefined) return undefined;
  const split = await readTable(run.split, ['path', 'class', 'subset']);
  const subsets = new Map(split.map(([id = '', , subset]) => [id, subset]));
  const sizes = new Set(recorded.map(({ bytes }) => bytes));
  const uses = new Map<string, Use>();
  for (const { id, hash } of recorded) {
    const subset = hash === '' ? undefined : subsets.get(id);
    // a file that is in both subsets was trained on
    if (subset === 'training') uses.set(hash, subset);
    else if (subset === 'validation' && !uses.has(hash)) uses.set(hash, subset);
  }
  const seen = new Map<string, Use>();
  for (const group of chunksOf(samples, AT_ONCE)) {
    const hashes = await Promise.all(group.map(({ path }) => hashOfSize(path, sizes)));
    for (const [at, { id }] of group.entries()) {
      const use = uses.get(hashes[at] ?? '');
      if (use !== undefined) seen.set(id, use);
    }
  }
  return seen;
}

/** The SHA-256 of a file, if it has one of these sizes. */
async function hashOfSize(path: string, sizes: ReadonlySet<number>): Promise<string | undefined> {
  try {
    if (!sizes.has((await stat(path)).size)) return undefined;
    return createHash('sha256')
      .update(await readFile(path))
      .digest('hex');
  } catch (cause) {
    const reason = systemReason(cause);
    throw new SproutError('image-unreadable', { file: path, reason }, { cause });
  }
}
