import { byteSource, type ByteSource, readZip } from '@sprout/core';
import { KERAS_CONFIG, KERAS_WEIGHTS, readKeras } from '../keras/read-keras.ts';
import { readKerasH5 } from '../keras/read-keras-h5.ts';
import { readNpy } from '../numpy/read-npy.ts';
import { readNpz } from '../numpy/read-npz.ts';
import { readOldPytorch } from '../pytorch/read-old-pytorch.ts';
import { readZippedPytorch, TORCH_PICKLE } from '../pytorch/read-zipped-pytorch.ts';
import { readSafetensors } from '../safetensors/read-safetensors.ts';
import type { WeightsContent } from '../source/weights-content.ts';
import { type ReadSibling, readTfjs } from '../tfjs/read-tfjs.ts';
import { type Container, containerOf } from './container-of.ts';

export interface ReadWeightsOptions {
  /** Reads the files of weights beside a `model.json` of TensorFlow.js. Other formats are one file. */
  readonly readSibling?: ReadSibling;
}

type Read = (
  source: ByteSource,
  options: ReadWeightsOptions,
) => WeightsContent | Promise<WeightsContent>;

const READERS: Readonly<Record<Container, Read>> = {
  zip: readArchive,
  hdf5: readKerasH5,
  npy: readNpy,
  pickle: readOldPytorch,
  json: (source, { readSibling }) => readTfjs(source, readSibling),
  safetensors: readSafetensors,
};

/**
 * Reads a file of weights: Keras (`.h5`, `.weights.h5`, `.keras`), PyTorch (`.pth`, `.pt`), NumPy (`.npz`, `.npy`), safetensors,
 * or TensorFlow.js (`model.json`). The format is found from the bytes. Only data is read: no code in a file is ever run. Files
 * that are truncated, contradict themselves, expand to more than 16 times their size and 32 MiB, or hold NaN or infinite numbers
 * are refused.
 *
 * Numbers become 32-bit floats: exact for 16- and 32-bit floats and integers of up to 24 bits, otherwise rounded to the nearest.
 * Layouts stay those of the file.
 *
 * @param bytes The whole file. Not kept and not written to.
 * @param file Names the file in errors.
 * @throws {SproutError} `file-invalid` naming the file, the rule and the value; and what `readSibling` throws.
 */
export async function readWeights(
  bytes: Uint8Array,
  file: string,
  options: ReadWeightsOptions = {},
): Promise<WeightsContent> {
  const source = byteSource(bytes, file);
  const content = await READERS[containerOf(source)](source, options);
  if (content.tensors.length === 0) throw source.invalid('it holds no weights');
  return content;
}

function readArchive(source: ByteSource): WeightsContent {
  const archive = readZip(source);
  const { names } = archive;
  if (names.includes(KERAS_CONFIG) && names.includes(KERAS_WEIGHTS))
    return readKeras(source, archive);
  if (names.some((name) => name.endsWith(TORCH_PICKLE))) return readZippedPytorch(source, archive);
  if (names.length > 0 && names.every((name) => name.endsWith('.npy')))
    return readNpz(source, archive);
  const some = names.slice(0, 5).join(', ').slice(0, 200);
  throw source.invalid(
    `it is a zip archive of ${some || 'nothing'}, not of Keras, PyTorch or NumPy`,
  );
}
