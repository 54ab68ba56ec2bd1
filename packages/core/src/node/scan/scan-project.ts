import { join } from 'node:path';
import { compareCodePoints, sortedByCodePoint } from '../../dataset/code-point-order.ts';
import { PathIndexBuilder } from '../../dataset/path-index.ts';
import { allSamples } from '../../dataset/samples.ts';
import { SproutError } from '../../errors/sprout-error.ts';
import { openProject } from '../project/open-project.ts';
import type { ScannedFolder, ScanFolderOptions } from './scanned-folder.ts';
import { twinWarnings } from './scan-warnings.ts';

/**
 * Reads a project file of Teachable Machine as a data set. Its images are unpacked into the cache folder; their ids are
 * `CLASS/NUMBER.jpg`. Classes have the names of the project, ids those of the folders (`folderName`).
 *
 * @throws {SproutError} as `openProject`; `folder-without-classes`, `class-map-differs`.
 */
export async function scanProject(
  file: string,
  { classes: given, minimumClasses = 2, signal }: ScanFolderOptions,
): Promise<ScannedFolder> {
  const { folder, examples, others } = await openProject(file, { signal });
  const byClass = new Map<string, string[]>();
  for (const { className, id } of examples) {
    const ids = byClass.get(className);
    if (ids === undefined) byClass.set(className, [id]);
    else ids.push(id);
  }
  const names = sortedByCodePoint(byClass.keys());
  const classes = given ?? names;
  if (given === undefined && names.length < minimumClasses)
    throw new SproutError('folder-without-classes', { folder: file, classes: names.length });
  const builder = new PathIndexBuilder();
  for (const className of names) {
    const label = classes.indexOf(className);
    if (label < 0) {
      const context = { left: 'The class map', right: file, className };
      throw new SproutError('class-map-differs', context);
    }
    for (const id of sortedByCodePoint(byClass.get(className)!)) builder.add(id, label); // it is one of the keys
  }
  return {
    folder: file,
    classes,
    samples: allSamples(builder.build((id) => join(folder, id))),
    skipped: others
      .map((path) => ({
        path,
        reason: 'not an image of a class: its name is not CLASS-!-NUMBER.jpg',
      }))
      .toSorted((a, b) => compareCodePoints(a.path, b.path)),
    warnings: twinWarnings(names),
  };
}
