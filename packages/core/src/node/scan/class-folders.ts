import { compareCodePoints } from '../../dataset/code-point-order.ts';
import type { LinkRule } from './entry-kind.ts';
import type { FolderParts } from './folder-parts.ts';
import type { SkippedPath } from './skipped-path.ts';
import { subFolders } from './sub-folders.ts';

/** A class and the folders of its images: one, or one in each part of a divided data set. */
export interface ClassFolders {
  readonly className: string;
  readonly folders: readonly string[];
  /** The parts of a divided data set that have no folder of the class. */
  readonly missing: readonly string[];
}

/** The classes of a divided data set in code-point order, joined by name. @throws {SproutError} `folder-unreadable` */
export async function classFoldersInParts(
  folder: string,
  { training, validation }: FolderParts,
  rule: LinkRule,
): Promise<{ classes: ClassFolders[]; skipped: SkippedPath[] }> {
  const byName = new Map<string, string[]>();
  const skipped: SkippedPath[] = [];
  const parts = [training, validation].filter((part) => part !== undefined);
  for (const part of parts) {
    const found = await subFolders(folder, part, rule);
    skipped.push(...found.skipped);
    for (const path of found.folders) {
      const className = path.slice(part.length + 1);
      byName.set(className, [...(byName.get(className) ?? []), path]);
    }
  }
  const classes = [...byName].map(([className, folders]) => ({
    className,
    folders,
    missing: parts.filter((part) => !folders.includes(`${part}/${className}`)),
  }));
  classes.sort((a, b) => compareCodePoints(a.className, b.className));
  return { classes, skipped };
}
