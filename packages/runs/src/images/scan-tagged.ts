import {
  isProject,
  listImages,
  type ScannedFolder,
  samplesFrom,
  sortedByCodePoint,
  SproutError,
} from '@sprout/core';
import { stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { Context } from '../event/run-context.ts';
import { idsByPath } from './ids-by-path.ts';
import { readTags } from './read-tags.ts';
import type { Tags } from './tags.ts';

export interface ScanTaggedOptions extends Context {
  /** The CSV file of tags. */
  readonly file: string;
  /** The tags of a model; by default all tags that the images have. */
  readonly names?: readonly string[] | undefined;
  readonly followOutside: boolean;
}

/** Images with several tags each. The classes are the combinations of tags that occur, as text. */
export interface TaggedFolder extends ScannedFolder {
  readonly tags: Tags;
}

/** The most images without tags that an event names. */
const NAMED = 3;

/**
 * Finds the images at any depth below a folder, and their tags in a CSV file. Images without a row and rows without an
 * image are left out; an event has their numbers. A row may name an image without its folders and its extension, if that is unique.
 *
 * @throws {SproutError} `folder-missing`, `folder-empty`, `file-missing`; `file-invalid` if no row names an image, or there are fewer
 * than two tags; `classes-unknown` for a tag that the model does not know.
 */
export async function scanTagged(
  folder: string,
  { file, names, followOutside, emit, signal }: ScanTaggedOptions,
): Promise<TaggedFolder> {
  const rows = await readTags(file);
  const { samples, skipped } = await imagesBelow(folder, { followOutside, signal });
  const idOf = idFinder({ folder, classes: [], samples });
  const found = new Map<string, readonly string[]>();
  for (const [path, own] of rows) found.set(idOf(path), own);
  const tagged = samples.filter(({ id }) => found.has(id));
  if (tagged.length === 0)
    throw new SproutError('file-invalid', { file, reason: `no row names an image of ${folder}` });
  const without = samples.filter(({ id }) => !found.has(id));
  const first = Array.from(without, ({ id }) => id).slice(0, NAMED);
  const unused = found.size - tagged.length;
  if (first.length > 0 || unused > 0)
    emit({ type: 'tags-unmatched', images: without.length, rows: unused, first });
  const sets = Array.from(tagged, ({ id }) => found.get(id)!); // as filtered
  const tags = tagNames(sets, { file, names });
  const texts = sets.map((own) => tags.filter((tag) => own.includes(tag)).join(' '));
  const classes = sortedByCodePoint(new Set(texts));
  const labels = new Map(classes.map((text, label) => [text, label]));
  const labelled = Array.from(tagged, (sample, at) => ({
    ...sample,
    label: labels.get(texts[at]!)!, // each text is a class
  }));
  return {
    folder,
    classes,
    samples: samplesFrom(labelled),
    skipped,
    warnings: [],
    tags: { names: tags, rows: classes.map((text) => rowOf(text, tags)) },
  };
}

function rowOf(text: string, tags: readonly string[]): number[] {
  const own = new Set(text.split(' '));
  return tags.map((tag) => (own.has(tag) ? 1 : 0));
}

async function imagesBelow(
  folder: string,
  options: Pick<ScanTaggedOptions, 'followOutside' | 'signal'>,
) {
  const isFolder = await stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isFolder && !(await isProject(folder))) throw new SproutError('folder-missing', { folder });
  const { images, skipped } = await listImages([folder], options);
  if (images.length === 0) throw new SproutError('folder-empty', { folder, links: 0 });
  const idOf = (path: string): string => relative(folder, path).split(sep).join('/');
  const samples = samplesFrom(
    Array.from(images, ({ id, path }) => ({ id: idOf(id), path: join(path), label: 0 })),
  );
  const left = skipped.map(({ path, ...rest }) => ({ ...rest, path: idOf(path) }));
  return { samples, skipped: left.filter(({ path }) => !path.toLowerCase().endsWith('.csv')) };
}

/** A function from a path, or the name of a file without its extension, to the id of a sample. */
function idFinder(dataset: Parameters<typeof idsByPath>[0]): (path: string) => string {
  const byPath = idsByPath(dataset);
  const ids = Array.from(dataset.samples, ({ id }) => id);
  const byStem = new Map<string, string | undefined>();
  for (const id of ids) {
    const stem = id.slice(id.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
    byStem.set(stem, byStem.has(stem) ? undefined : id); // ambiguous
  }
  const known = new Set(ids);
  return (path) => {
    const id = byPath(path);
    return known.has(id) ? id : (byStem.get(path) ?? path);
  };
}

function tagNames(
  sets: readonly (readonly string[])[],
  { file, names }: Pick<ScanTaggedOptions, 'file' | 'names'>,
): readonly string[] {
  const present = sortedByCodePoint(new Set(sets.flat()));
  if (names !== undefined) {
    const unknown = present.filter((tag) => !names.includes(tag));
    if (unknown.length === 0) return names;
    throw new SproutError('classes-unknown', { source: file, names: unknown, known: names });
  }
  if (present.length >= 2) return present;
  const reason = `its images have ${present.length} tag${present.length === 1 ? '' : 's'}; a model needs at least two`;
  throw new SproutError('file-invalid', { file, reason });
}
