import type { ByteSource } from '../../bytes/byte-source.ts';
import { sortedByCodePoint } from '../../dataset/code-point-order.ts';
import { hasImageExtension } from '../../format/image-name.ts';
import { folderName } from '../../text/folder-name.ts';
import type { ZipArchive } from '../zip/read-zip.ts';

/** An image of a project. */
export interface Example {
  /** The name of its entry in the archive, `CLASS-!-NUMBER.EXTENSION`. */
  readonly entry: string;
  readonly className: string;
  /** The path under which it is unpacked, `FOLDER/NUMBER.EXTENSION`: valid on every system. */
  readonly id: string;
}

export interface ListedExamples {
  /** In the order of the archive. */
  readonly examples: readonly Example[];
  /** The names of the entries that are not images of a class. */
  readonly others: readonly string[];
}

/** The reason why an entry in `others` is left out. */
export const NO_EXAMPLE = 'not an image of a class: its name is not CLASS-!-NUMBER.jpg';

/** The class, and the number with the extension. The name of a class may contain the separator. */
const NAME = /^(.+)-!-(\d{1,15}\.[a-z\d]{1,8})$/is;
/** The folder in archives of macOS that has a file of attributes for each file. */
const ATTRIBUTES = '__MACOSX/';
/** The longest name of a folder in bytes, on most file systems. */
const LONGEST = 255;
/** The largest image in bytes. Teachable Machine writes images of some kilobytes. */
const LARGEST = 256 * 2 ** 20;

/**
 * Finds the images of a project by the names of the entries.
 *
 * @throws {SproutError} `file-invalid` for a class name that is too long for a folder, for an image that is too large, and for two
 *   examples whose paths differ only in the case of the extension.
 */
export function listExamples(source: ByteSource, { names, entries }: ZipArchive): ListedExamples {
  const found: { readonly entry: string; readonly className: string; readonly file: string }[] = [];
  const others: string[] = [];
  for (const entry of names) {
    const [, className, file] = NAME.exec(entry) ?? [];
    const isImage = file !== undefined && hasImageExtension(file) && !entry.startsWith(ATTRIBUTES);
    if (className !== undefined && isImage)
      found.push({ entry, className, file: file.toLowerCase() });
    else if (!isExpected(entry)) others.push(entry);
  }
  const folders = foldersOf(source, new Set(found.map(({ className }) => className)));
  const taken = new Map<string, string>();
  const examples = found.map(({ entry, className, file }) => {
    const id = `${folders.get(className)!}/${file}`; // each class has a folder
    const before = taken.get(id);
    if (before !== undefined)
      throw source.invalid(`its entries ${before} and ${entry} are the same example`);
    taken.set(id, entry);
    const { size } = entries.get(entry)!; // it is one of the names
    if (size > LARGEST)
      throw source.invalid(`its entry ${entry} has ${size} bytes; the limit is ${LARGEST}`);
    return { entry, className, id };
  });
  return { examples, others };
}

/** Whether an entry is the manifest or a folder. Some writers add entries of folders for a class with `/` in its name. */
function isExpected(entry: string): boolean {
  return entry === 'manifest.json' || entry.endsWith('/');
}

/** The folder of each class. Names that differ only in case or in their Unicode form are numbered, because some file systems do not distinguish them. */
function foldersOf(source: ByteSource, classes: ReadonlySet<string>): ReadonlyMap<string, string> {
  const folders = new Map<string, string>();
  const taken = new Set<string>();
  for (const className of sortedByCodePoint(classes)) {
    const name = folderName(className);
    const numbered = (number: number): string => (number === 1 ? name : `${name}-${number}`);
    let number = 1;
    while (taken.has(folded(numbered(number)))) number++;
    const folder = numbered(number);
    const bytes = Buffer.byteLength(folder);
    if (bytes > LONGEST)
      throw source.invalid(
        `the name of its class "${className.slice(0, 20)}..." has ${bytes} bytes; the limit is ${LONGEST}`,
      );
    taken.add(folded(folder));
    folders.set(className, folder);
  }
  return folders;
}

function folded(name: string): string {
  return name.normalize('NFC').toLowerCase();
}
