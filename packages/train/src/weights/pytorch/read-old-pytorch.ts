import { type ByteSource, type Cursor, cursorOf } from '@sprout/core';
import { NUMBER_BYTES } from '../source/number-type.ts';
import type { WeightsContent } from '../source/weights-content.ts';
import type { PickleRules } from '../pickle/pickle-rules.ts';
import type { PickleValue } from '../pickle/pickle-value.ts';
import { unpickle } from '../pickle/unpickle.ts';
import { makeTensors } from './make-tensors.ts';
import { stateDictionary } from './state-dictionary.ts';
import { isStorage, type TorchStorage } from './torch-objects.ts';
import { TORCH_RULES } from './torch-rules.ts';

/** As the reader of pickles rounds it: it has 77 bits. */
const MAGIC = 0x1950a86a20f9469cfc6cn;
const PROTOCOL = 1001;
const PLAIN_DATA: PickleRules = {
  allows: () => false,
  call: () => undefined,
  persistent: () => undefined,
};

/**
 * Reads a `.pth` of PyTorch before 1.6: pickles of a magic number, a version, the byte order, the state dictionary and the keys
 * of its storages, and then each storage: the count of its numbers (8 bytes) and the numbers.
 */
export function readOldPytorch(source: ByteSource): WeightsContent {
  const cursor = cursorOf(source, source.bytes, { what: 'it' });
  if (unpickle(source, cursor, PLAIN_DATA) !== Number(MAGIC))
    throw source.invalid('it is a pickle, but not a file of PyTorch');
  const version = unpickle(source, cursor, PLAIN_DATA);
  if (version !== PROTOCOL) throw source.invalid(`its version is not ${PROTOCOL}`);
  const bigEndian = isBigEndian(source, unpickle(source, cursor, PLAIN_DATA));
  const storages = new Map<string, TorchStorage>();
  const rules: PickleRules = { ...TORCH_RULES, persistent: (id) => collected(storages, id) };
  const tensors = stateDictionary(source, unpickle(source, cursor, rules));
  const keys = unpickle(source, cursor, PLAIN_DATA);
  const bytes = readStorages(source, cursor, { keys, storages, bigEndian });
  const bytesOf = ({ key }: TorchStorage): Uint8Array => bytes.get(key)!; // every storage was read
  return {
    format: 'pytorch',
    tensors: makeTensors(source, tensors, { bigEndian, bytesOf }),
    layersAreInOrder: false,
    metadata: new Map(),
  };
}

function isBigEndian(source: ByteSource, system: PickleValue): boolean {
  const little = system instanceof Map ? system.get('little_endian') : undefined;
  if (typeof little !== 'boolean') throw source.invalid('it does not state its byte order');
  return !little;
}

/** Keeps each storage by its key. A storage that contradicts an earlier one is refused. */
function collected(storages: Map<string, TorchStorage>, id: PickleValue): PickleValue | undefined {
  const storage = TORCH_RULES.persistent(id);
  if (!isStorage(storage)) return undefined;
  const known = storages.get(storage.key) ?? storage;
  if (known.type !== storage.type || known.count !== storage.count) return undefined;
  storages.set(storage.key, known);
  return known;
}

interface Storages {
  readonly keys: PickleValue;
  readonly storages: ReadonlyMap<string, TorchStorage>;
  readonly bigEndian: boolean;
}

function readStorages(
  source: ByteSource,
  cursor: Cursor,
  { keys, storages, bigEndian }: Storages,
): ReadonlyMap<string, Uint8Array> {
  const read = new Map<string, Uint8Array>();
  for (const key of Array.isArray(keys) ? keys : []) {
    const storage = typeof key === 'string' ? storages.get(key) : undefined;
    if (storage === undefined) throw source.invalid('it lists a storage that no tensor uses');
    if (read.has(storage.key)) throw source.invalid(`it lists the storage ${storage.key} twice`);
    const count = bigEndian ? bigCount(cursor) : cursor.u64();
    if (count !== storage.count)
      throw source.invalid(`its storage ${storage.key} has ${count} numbers, not ${storage.count}`);
    read.set(storage.key, cursor.take(count * NUMBER_BYTES[storage.type]));
  }
  const missing = [...storages.keys()].find((key) => !read.has(key));
  if (missing !== undefined) throw source.invalid(`it does not list its storage ${missing}`);
  if (cursor.left() > 0)
    throw source.invalid(`it has ${cursor.left()} bytes after its last storage`);
  return read;
}

function bigCount(cursor: Cursor): number {
  const bytes = cursor.take(8);
  return Number(new DataView(bytes.buffer, bytes.byteOffset, 8).getBigUint64(0));
}
