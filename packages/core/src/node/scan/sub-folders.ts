import { sortedByCodePoint } from '../../dataset/code-point-order.ts';
import { SproutError } from '../../errors/sprout-error.ts';
import { systemReason } from '../system/system-reason.ts';
import type { EntryKind, LinkRule } from './entry-kind.ts';
import { hasImageExtension } from '../../format/image-name.ts';
import type { SkippedPath } from './skipped-path.ts';
import { eachEntry, refusal } from './walk-images.ts';

/** The entries of a folder that holds class folders. */
export interface SubFolders {
  /** Their paths, in code-point order. */
  readonly folders: readonly string[];
  /** Whether images lie beside them. */
  readonly hasImages: boolean;
  /** All other entries. */
  readonly skipped: readonly SkippedPath[];
}

/**
 * Lists the folders in a folder.
 *
 * @param path Relative to `folder`; empty for the folder itself.
 * @throws {SproutError} `folder-unreadable`
 */
export async function subFolders(
  folder: string,
  path: string,
  rule: LinkRule,
): Promise<SubFolders> {
  const folders: string[] = [];
  const skipped: SkippedPath[] = [];
  let hasImages = false;
  const visit = (child: string, kind: EntryKind): void => {
    if (kind.type === 'folder' || kind.type === 'linked-folder') folders.push(child);
    else if (kind.type === 'refused') skipped.push(refusal(child, kind));
    else {
      skipped.push({ path: child, reason: 'not in a class folder' });
      hasImages ||= hasImageExtension(child);
    }
  };
  await eachEntry(folder, path, { rule, visit }).catch((error: unknown) => {
    const context = { folder, reason: systemReason(error) };
    throw new SproutError('folder-unreadable', context, { cause: error });
  });
  return { folders: sortedByCodePoint(folders), hasImages, skipped };
}
