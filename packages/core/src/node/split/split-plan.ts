import { lstat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Sample } from '../../dataset/sample.ts';
import type { Samples } from '../../dataset/samples.ts';
import type { Split } from '../../split/split.ts';
import { SproutError } from '../../errors/sprout-error.ts';
import { realPath } from '../system/real-path.ts';

export type SplitMode = 'copy' | 'move';

/** One file to copy or move, and its new path. */
export interface Transfer {
  readonly from: string;
  readonly to: string;
}

/** A plan, as data: which files will be copied or moved to lay a split out as folders. */
export interface SplitPlan {
  readonly mode: SplitMode;
  /** The folder that will hold `training/CLASS/...` and `validation/CLASS/...`. */
  readonly out: string;
  readonly transfers: readonly Transfer[];
}

/**
 * Plans to copy or move the files of a split into `out/training` and `out/validation`.
 *
 * @throws {SproutError} `file-exists` when a file would be overwritten, `file-missing`, and `file-invalid` when a link would
 * be moved, which is not possible.
 */
export async function planSplitFiles(
  split: Split,
  { out, mode }: { readonly out: string; readonly mode: SplitMode },
): Promise<SplitPlan> {
  const transfers = [
    ...transfersOf(split.training, join(out, 'training')),
    ...transfersOf(split.validation, join(out, 'validation')),
  ];
  for (const { from, to } of transfers) {
    if (await kindOf(to)) throw new SproutError('file-exists', { file: to });
    const source = await kindOf(from);
    if (source === undefined) throw new SproutError('file-missing', { file: from });
    if (mode === 'move' && source.isSymbolicLink()) {
      throw new SproutError('file-invalid', {
        file: from,
        reason: 'it is a link, which cannot be moved; copy instead',
      });
    }
  }
  if (mode === 'move') await checkFolders([...split.training, ...split.validation]);
  return { mode, out, transfers };
}

/** @throws {SproutError} `file-invalid` for an image in a folder to which a link inside the data set leads. */
async function checkFolders(samples: Iterable<Sample>): Promise<void> {
  const linked = new Map<string, boolean>();
  for (const { id, path } of samples) {
    const folder = dirname(path);
    const root = path.slice(0, -id.length);
    if (!linked.has(folder)) {
      const plain = join(await realPath(root), dirname(id));
      linked.set(folder, (await realPath(folder)) !== plain);
    }
    if (linked.get(folder) === true) {
      const reason = 'a link leads to its folder, so that it cannot be moved; copy instead';
      throw new SproutError('file-invalid', { file: path, reason });
    }
  }
}

function transfersOf(samples: Samples, folder: string): Transfer[] {
  return Array.from(samples, ({ id, path }) => ({ from: path, to: join(folder, id) }));
}

async function kindOf(path: string) {
  return await lstat(path).catch(() => undefined);
}
