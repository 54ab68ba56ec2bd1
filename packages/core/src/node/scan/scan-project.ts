import { join } from 'node:path';
import { sortedByCodePoint } from '../../dataset/code-point-order.ts';
import { PathIndexBuilder } from '../../dataset/path-index.ts';
import { allSamples } from '../../dataset/samples.ts';
import { SproutError } from '../../errors/sprout-error.ts';
import { NO_EXAMPLE } from '../project/list-examples.ts';
import { openProject } from '../project/open-project.ts';
import type { ScannedFolder, ScanFolderOptions } from './scanned-folder.ts';
import { twinWarnings } from './scan-warnings.ts';

/**
 * Reads a project file of Teachable Machine as a data set. Its images are unpacked into the cache folder: see `openProject`. The class map
 * has the class names of the project. The id of an image is `FOLDER/NUMBER.jpg`, where `FOLDER` is the class name as `folderName` writes it.
 *
 * @throws {SproutError} as `openProject`; `folder-without-classes`, `classes-unknown`.
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
  const unknown = names.filter((name) => !classes.includes(name));
  if (unknown.length > 0)
    throw new SproutError('classes-unknown', { source: file, names: unknown, known: classes });
  const builder = new PathIndexBuilder();
  for (const className of names) {
    const label = classes.indexOf(className); // all are known
    for (const id of sortedByCodePoint(byClass.get(className)!)) builder.add(id, label); // it is one of the keys
  }
  return {
    folder: file,
    classes,
    samples: allSamples(builder.build((id) => join(folder, id))),
    skipped: sortedByCodePoint(others).map((path) => ({ path, reason: NO_EXAMPLE })),
    warnings: twinWarnings(names),
  };
}
