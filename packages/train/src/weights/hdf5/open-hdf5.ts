import type { Hdf5Attributes, Hdf5Dataset, Hdf5Group, Hdf5Object } from './hdf5-object.ts';
import { isDense } from './is-dense.ts';
import { readAttribute } from './read-attribute.ts';
import { readDatatype } from './read-datatype.ts';
import { readLinks } from './read-links.ts';
import { type Hdf5Message, readMessages } from './read-messages.ts';
import { readShape } from './read-shape.ts';
import { readStorage } from './read-storage.ts';
import { readSuperblock } from './read-superblock.ts';
import type { Hdf5Source } from './hdf5-source.ts';

const SHAPE = 0x01;
const DATATYPE = 0x03;
const EXTERNAL_FILES = 0x07;
const LAYOUT = 0x08;
const FILTERS = 0x0b;
const ATTRIBUTE = 0x0c;
const ATTRIBUTE_INFO = 0x15;
const MOST_LEVELS = 64;

/**
 * Reads the groups, attributes and datasets of an HDF5 file, without the numbers. Every object is read once, so that a cycle of
 * links is an error.
 *
 * @throws {SproutError} `file-invalid`
 */
export function openHdf5(source: Hdf5Source): Hdf5Group {
  const seen = new Set<number>();
  const root = visit(readSuperblock(source), '');
  source.checkParts();
  if (root.kind === 'group') return root;
  throw source.invalid('it has no root group');

  function visit(address: number, path: string): Hdf5Object {
    if (seen.has(address)) throw source.invalid(`it has two links to one object: ${path}`);
    if (path.split('/').length > MOST_LEVELS)
      throw source.invalid(`its groups are nested deeper than ${MOST_LEVELS}`);
    seen.add(address);
    const messages = readMessages(source, address);
    const attributes = readAttributes(source, messages, path);
    const links = readLinks(source, messages);
    if (links === undefined) return readDataset(source, messages, { attributes, path });
    const children = new Map<string, Hdf5Object>();
    for (const [name, child] of links)
      children.set(name, visit(child, path === '' ? name : `${path}/${name}`));
    return { kind: 'group', attributes, children };
  }
}

function readAttributes(
  source: Hdf5Source,
  messages: readonly Hdf5Message[],
  path: string,
): Hdf5Attributes {
  const attributes = new Map<string, readonly string[]>();
  for (const { type, body } of messages) {
    if (type === ATTRIBUTE_INFO && isDense(source, body, { indexSize: 2, what: path }))
      throw source.invalid(
        `${path} has attributes in the dense format of HDF5 1.8, which is not read`,
      );
    if (type !== ATTRIBUTE) continue;
    const { name, texts } = readAttribute(source, body);
    if (attributes.has(name)) throw source.invalid(`${path} has two attributes ${name}`);
    if (texts !== undefined) attributes.set(name, texts);
  }
  return attributes;
}

function readDataset(
  source: Hdf5Source,
  messages: readonly Hdf5Message[],
  { attributes, path }: { readonly attributes: Hdf5Attributes; readonly path: string },
): Hdf5Dataset {
  const bodyOf = (wanted: number): Uint8Array | undefined =>
    messages.find(({ type }) => type === wanted)?.body;
  const [shape, datatype, layout] = [bodyOf(SHAPE), bodyOf(DATATYPE), bodyOf(LAYOUT)];
  if (shape === undefined || datatype === undefined || layout === undefined)
    throw source.invalid(`${path} is neither a group nor a dataset`);
  if (bodyOf(EXTERNAL_FILES) !== undefined)
    throw source.invalid(`${path} has its numbers in another file, which is refused`);
  return {
    kind: 'dataset',
    attributes,
    shape: readShape(source, shape, path),
    datatype: readDatatype(source, datatype, path),
    storage: readStorage(source, layout, { filters: bodyOf(FILTERS), what: path }),
  };
}
