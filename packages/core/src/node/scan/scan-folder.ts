import { realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { compareCodePoints, sortedByCodePoint } from '../../dataset/code-point-order.ts';
import type { Dataset } from '../../dataset/dataset.ts';
import { PathIndexBuilder } from '../../dataset/path-index.ts';
import { allSamples } from '../../dataset/samples.ts';
import { SproutError } from '../../errors/sprout-error.ts';
import type { LinkRule } from './entry-kind.ts';
import type { SkippedPath } from './skipped-path.ts';
import { systemCode, systemReason } from '../system/system-reason.ts';
import { eachEntry, refusal, walkImages } from './walk-images.ts';

export interface ScanFolderOptions {
  /** A given class map, that of a model for example. Labels are its indices, and any other class is an error. */
  readonly classes?: readonly string[] | undefined;
  /** The least number of classes; 2 by default. Not checked when `classes` is given. */
  readonly minimumClasses?: number;
  /** Whether links may lead out of the folder. */
  readonly followOutside?: boolean;
}

/** Something in a data set that is usable but probably not intended. */
export type ScanWarning =
  | { readonly type: 'class-without-images'; readonly className: string }
  /** Names that look the same and differ only in Unicode normalisation (composed and decomposed accents). */
  | { readonly type: 'twin-classes'; readonly classNames: readonly string[] };

/** A data set, and the paths that were left out of it. */
export interface ScannedFolder extends Dataset {
  /** In code-point order of the paths. */
  readonly skipped: readonly SkippedPath[];
  readonly warnings: readonly ScanWarning[];
}

/**
 * Reads a folder that has one sub-folder for each class. The classes, and the files at any depth below each class, are in
 * code-point order. Hidden files and folders are ignored; every other path that is left out is listed in `skipped`. No
 * file is opened, so an image may still turn out to be undecodable.
 *
 * @throws {SproutError} `folder-missing`, `folder-unreadable`, `folder-empty`, `folder-without-classes`,
 * `class-map-differs`.
 */
export async function scanFolder(
  folder: string,
  { classes, minimumClasses = 2, followOutside = false }: ScanFolderOptions = {},
): Promise<ScannedFolder> {
  const rule: LinkRule = { root: await readableFolder(folder), followOutside };
  const { names, skipped } = await classFolders(folder, rule);
  const warnings: ScanWarning[] = [];
  const found: string[] = [];
  const builder = new PathIndexBuilder();
  for (const className of names) {
    const walk = await walkImages(folder, className, rule);
    for (const path of walk.skipped) skipped.push(path);
    if (walk.images.length === 0) {
      warnings.push({ type: 'class-without-images', className });
      continue;
    }
    const label = classes === undefined ? found.length : classes.indexOf(className);
    if (label < 0)
      throw new SproutError('class-map-differs', {
        left: 'The class map',
        right: folder,
        className,
      });
    found.push(className);
    for (const id of walk.images) builder.add(id, label);
  }
  if (found.length === 0) throw new SproutError('folder-empty', { folder });
  if (classes === undefined && found.length < minimumClasses) {
    throw new SproutError('folder-without-classes', { folder, classes: found.length });
  }
  const samples = allSamples(builder.build((id) => join(folder, id)));
  return {
    folder,
    classes: classes ?? found,
    samples,
    skipped: skipped.toSorted((a, b) => compareCodePoints(a.path, b.path)),
    warnings: [...warnings, ...twins(found)],
  };
}

/** The path of a folder with links resolved. @throws {SproutError} `folder-missing`, `folder-unreadable` */
async function readableFolder(folder: string): Promise<string> {
  try {
    if ((await stat(folder)).isDirectory()) return await realpath(folder);
  } catch (error) {
    const code = systemCode(error);
    if (code === undefined) throw error;
    if (code !== 'ENOENT' && code !== 'ENOTDIR') throw unreadable(folder, error);
  }
  throw new SproutError('folder-missing', { folder });
}

async function classFolders(
  folder: string,
  rule: LinkRule,
): Promise<{ names: string[]; skipped: SkippedPath[] }> {
  const names: string[] = [];
  const skipped: SkippedPath[] = [];
  const visit: Parameters<typeof eachEntry>[2]['visit'] = (path, kind) => {
    if (kind.type === 'folder' || kind.type === 'linked-folder') names.push(path);
    else if (kind.type === 'refused') skipped.push(refusal(path, kind));
    else skipped.push({ path, reason: 'not in a class folder' });
  };
  await eachEntry(folder, '', { rule, visit }).catch((error: unknown) => {
    throw unreadable(folder, error);
  });
  return { names: sortedByCodePoint(names), skipped };
}

function unreadable(folder: string, error: unknown): SproutError {
  return new SproutError(
    'folder-unreadable',
    { folder, reason: systemReason(error) },
    { cause: error },
  );
}

/** A warning for each set of names that are equal in Unicode form NFC. */
function twins(classes: readonly string[]): ScanWarning[] {
  const byForm = new Map<string, string[]>();
  for (const name of classes) {
    const form = name.normalize('NFC');
    byForm.set(form, [...(byForm.get(form) ?? []), name]);
  }
  return [...byForm.values()]
    .filter((names) => names.length > 1)
    .map((classNames) => ({ type: 'twin-classes', classNames }));
}
