import { realpath, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { compareCodePoints } from '../../dataset/code-point-order.ts';
import { PathIndexBuilder } from '../../dataset/path-index.ts';
import { allSamples } from '../../dataset/samples.ts';
import { SproutError } from '../../errors/sprout-error.ts';
import { hasImageExtension } from '../../format/image-name.ts';
import { type ClassFolders, classFoldersInParts } from './class-folders.ts';
import { isProject } from '../project/is-project.ts';
import type { LinkRule } from './entry-kind.ts';
import { type FolderParts, folderParts } from './folder-parts.ts';
import { isOutside, linkWarnings, type ScanWarning, twinWarnings } from './scan-warnings.ts';
import type { ScannedFolder, ScanFolderOptions } from './scanned-folder.ts';
import type { SkippedPath } from './skipped-path.ts';
import { systemCode, systemReason } from '../system/system-reason.ts';
import { scanProject } from './scan-project.ts';
import { type SubFolders, subFolders } from './sub-folders.ts';
import { walkImages } from './walk-images.ts';

const NOTHING: SubFolders = { folders: [], skipped: [], hasImages: false };

/**
 * Reads a folder that has one sub-folder for each class. The folder may also be divided into parts that have such sub-folders,
 * `train/CLASS` and `val/CLASS` for example: folders of one name are then one class, and a test part is not read.
 *
 * The classes, and the files at any depth below each folder of a class, are in code-point order. Hidden files and folders are
 * ignored; every other path that is left out is listed in `skipped`. The first bytes of a file without an extension are read. No
 * other file is opened, so an image may still turn out to be undecodable.
 *
 * A project file of Teachable Machine (`.tm`) is unpacked and read as a data set: see `openProject`.
 *
 * @throws {SproutError} `folder-missing`, `folder-unreadable`, `folder-empty`, `folder-without-classes`,
 *   `folder-ambiguous`, `class-map-differs`, `classes-unknown`; for a project file, those of `openProject`.
 */
export async function scanFolder(
  folder: string,
  options: ScanFolderOptions = {},
): Promise<ScannedFolder> {
  if (await isProject(folder)) return await scanProject(folder, options);
  const { classes, minimumClasses = 2, followOutside = false } = options;
  const rule: LinkRule = { root: await readableFolder(folder), followOutside };
  const top = options.parts === undefined ? await subFolders(folder, '', rule) : NOTHING;
  const parts = options.parts ?? (await folderParts(folder, top.folders, rule));
  const layout =
    parts === undefined
      ? {
          classes: top.folders.map((name) => ({ className: name, folders: [name], missing: [] })),
          skipped: [],
        }
      : await classFoldersInParts(folder, parts, rule);
  const found = await findImages(folder, {
    rule,
    classes,
    layout: layout.classes,
    stated: options.parts,
  });
  const skipped = [...top.skipped, ...layout.skipped, ...found.skipped];
  if (found.classes.length === 0)
    throw new SproutError('folder-empty', {
      folder,
      links: skipped.filter(isOutside).length,
      direct: top.skipped.filter(({ path }) => hasImageExtension(path)).length,
    });
  if (classes === undefined && found.classes.length < minimumClasses)
    throw new SproutError('folder-without-classes', { folder, classes: found.classes.length });
  return {
    folder,
    classes: classes ?? found.classes,
    samples: found.samples,
    skipped: skipped.toSorted((a, b) => compareCodePoints(a.path, b.path)),
    warnings: [...found.warnings, ...linkWarnings(skipped), ...twinWarnings(found.classes)],
    ...(parts && { parts }),
  };
}

interface FindImagesOptions {
  readonly rule: LinkRule;
  readonly classes: readonly string[] | undefined;
  readonly layout: readonly ClassFolders[];
  /** The parts that the caller states, if any. The training part must then have every class. */
  readonly stated: FolderParts | undefined;
}

/** The images of each class. Labels count the classes that have images, or are indices of `classes`. */
async function findImages(folder: string, options: FindImagesOptions) {
  const { rule, classes, layout, stated } = options;
  const warnings: ScanWarning[] = [];
  const skipped: SkippedPath[] = [];
  const found: string[] = [];
  const unknown: string[] = [];
  const builder = new PathIndexBuilder();
  for (const { className, folders, missing } of layout) {
    const images: string[] = [];
    const lacking = [...missing];
    for (const start of folders) {
      const walk = await walkImages(folder, start, rule);
      for (const path of walk.skipped) skipped.push(path);
      for (const image of walk.images) images.push(image);
      if (walk.images.length === 0) lacking.push(dirname(start));
    }
    if (images.length === 0) {
      warnings.push({ type: 'class-without-images', className });
      continue;
    }
    if (stated !== undefined && lacking.includes(stated.training)) {
      const { training, validation = training } = stated;
      const [left, right] = [join(folder, training), join(folder, validation)];
      throw new SproutError('class-map-differs', { left, right, className });
    }
    for (const part of lacking) warnings.push({ type: 'class-not-in-part', className, part });
    const label = classes === undefined ? found.length : classes.indexOf(className);
    if (label < 0) {
      unknown.push(className);
      continue;
    }
    found.push(className);
    for (const id of images) builder.add(id, label);
  }
  if (unknown.length > 0)
    throw new SproutError('classes-unknown', { source: folder, names: unknown, known: classes! });
  const samples = allSamples(builder.build((id) => join(folder, id)));
  return { classes: found, samples, skipped, warnings };
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

function unreadable(folder: string, error: unknown): SproutError {
  return new SproutError(
    'folder-unreadable',
    { folder, reason: systemReason(error) },
    { cause: error },
  );
}
