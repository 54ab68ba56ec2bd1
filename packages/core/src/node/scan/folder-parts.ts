import { SproutError } from '../../errors/sprout-error.ts';
import type { LinkRule } from './entry-kind.ts';
import { subFolders, type SubFolders } from './sub-folders.ts';
import { walkImages } from './walk-images.ts';

/** The sub-folders of a data set that is divided already: each has the class folders of its part. */
export interface FolderParts {
  readonly training: string;
  /** Left out if the data set has none. */
  readonly validation?: string;
  /** A part for evaluation. Its images are not read. */
  readonly test?: string;
}

type Part = keyof FolderParts;

const NAMES: Readonly<Record<string, Part>> = {
  train: 'training',
  training: 'training',
  val: 'validation',
  valid: 'validation',
  validation: 'validation',
  test: 'test',
  testing: 'test',
};

/**
 * Finds the parts of a folder that is divided already, as `train/CLASS` and `val/CLASS` for example. `undefined` for a folder of
 * classes, in which a class may also be called `train`.
 *
 * @param top The folders in it.
 * @throws {SproutError} `folder-ambiguous` for a folder that has parts and classes side by side.
 */
export async function folderParts(
  folder: string,
  top: readonly string[],
  rule: LinkRule,
): Promise<FolderParts | undefined> {
  const named = top.filter((name) => partOf(name) !== undefined);
  const namesOf = (part: Part) => named.filter((name) => partOf(name) === part);
  const [training, ...more] = namesOf('training');
  const [validation, ...moreValidation] = namesOf('validation');
  const [test, ...moreTest] = namesOf('test');
  if (training === undefined || named.length < 2) return undefined;
  const read = named.filter((name) => partOf(name) !== 'test');
  const contents = await Promise.all(read.map((name) => subFolders(folder, name, rule)));
  if (!contents.some(isDivided)) return undefined;
  const others = await withImages(
    folder,
    top.filter((name) => !named.includes(name)),
    rule,
  );
  const odd = [...more, ...moreValidation, ...moreTest, ...others];
  if (odd.length === 0 && contents.every(isDivided))
    return { training, ...(validation && { validation }), ...(test && { test }) };
  const classes = [...named, ...others];
  throw new SproutError('folder-ambiguous', {
    folder,
    parts: named.join(', '),
    classes: classes.join(', '),
  });
}

function partOf(name: string): Part | undefined {
  const key = name.toLowerCase();
  return Object.hasOwn(NAMES, key) ? NAMES[key] : undefined;
}

function isDivided({ folders, hasImages }: SubFolders): boolean {
  return folders.length > 0 && !hasImages;
}

/** The folders that hold an image, at any depth. */
async function withImages(
  folder: string,
  names: readonly string[],
  rule: LinkRule,
): Promise<string[]> {
  const found: string[] = [];
  for (const name of names)
    if ((await walkImages(folder, name, rule)).images.length > 0) found.push(name);
  return found;
}
