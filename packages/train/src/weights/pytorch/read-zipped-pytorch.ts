import { type ByteSource, cursorOf, textOf, type ZipArchive } from '@sprout/core';
import { NUMBER_BYTES } from '../source/number-type.ts';
import type { WeightsContent } from '../source/weights-content.ts';
import { unpickle } from '../pickle/unpickle.ts';
import { makeTensors } from './make-tensors.ts';
import { stateDictionary } from './state-dictionary.ts';
import type { TorchStorage } from './torch-objects.ts';
import { TORCH_RULES } from './torch-rules.ts';

/** The end of the name of the pickle in an archive of PyTorch. */
export const TORCH_PICKLE = '/data.pkl';

/** Reads a `.pth` of PyTorch 1.6 and later: a zip archive with a pickle, and one entry for each storage. */
export function readZippedPytorch(source: ByteSource, archive: ZipArchive): WeightsContent {
  const { invalid } = source;
  const pickle = archive.names.find((name) => name.endsWith(TORCH_PICKLE)) ?? TORCH_PICKLE;
  const folder = pickle.slice(0, -TORCH_PICKLE.length);
  const code = archive.names.find((name) => name.startsWith(`${folder}/code/`));
  if (code !== undefined)
    throw invalid(`it is a program of TorchScript (${code}), not a state dictionary`);
  const cursor = cursorOf(source, archive.read(pickle), { what: 'its pickle' });
  const tensors = stateDictionary(source, unpickle(source, cursor, TORCH_RULES));
  if (cursor.left() > 0) throw invalid(`its pickle is followed by ${cursor.left()} bytes`);
  const storages = new Map<string, Uint8Array>();
  const bytesOf = (storage: TorchStorage): Uint8Array => {
    const { key, count, type } = storage;
    const bytes = storages.get(key) ?? archive.read(`${folder}/data/${key}`);
    storages.set(key, bytes);
    const expected = count * NUMBER_BYTES[type];
    if (bytes.length === expected) return bytes;
    throw invalid(
      `its storage ${key} has ${bytes.length} bytes; ${count} numbers of ${type} have ${expected}`,
    );
  };
  const bigEndian = byteOrder(source, archive, folder) === 'big';
  return {
    format: 'pytorch',
    tensors: makeTensors(source, tensors, { bigEndian, bytesOf }),
    layersAreInOrder: false,
    metadata: new Map(),
  };
}

function byteOrder(source: ByteSource, archive: ZipArchive, folder: string): string {
  const name = `${folder}/byteorder`;
  if (!archive.names.includes(name)) return 'little';
  const order = textOf(archive.read(name));
  if (order === 'little' || order === 'big') return order;
  throw source.invalid(`its byte order is "${order?.slice(0, 20)}"`);
}
