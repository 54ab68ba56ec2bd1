import type { NamedTensor } from '../../tensor/named-tensor.ts';
import { checkedCount, makeTensor } from '../source/make-tensor.ts';
import type { Hdf5Dataset } from './hdf5-object.ts';
import { readChunks } from './read-chunks.ts';
import type { Hdf5Source } from './hdf5-source.ts';

/**
 * Reads the numbers of a dataset.
 *
 * @param name The name of the tensor.
 * @throws {SproutError} `file-invalid`
 */
export function readDataset(source: Hdf5Source, name: string, dataset: Hdf5Dataset): NamedTensor {
  const { shape, storage } = dataset;
  checkedCount(source, { name, shape });
  const number = numberOf(source, name, dataset);
  const bytes =
    storage.kind === 'whole' ? storage.bytes : readChunks(source, dataset, { storage, what: name });
  return makeTensor(source, { name, shape, ...number, bytes });
}

function numberOf(
  source: Hdf5Source,
  name: string,
  { datatype, attributes }: Hdf5Dataset,
): Pick<Parameters<typeof makeTensor>[1], 'type' | 'bigEndian'> {
  if (datatype.kind === 'number') return { type: datatype.type, bigEndian: datatype.bigEndian };
  const isBrain = datatype.kind === 'opaque' && datatype.size === 2;
  if (isBrain && attributes.get('dtype')?.[0] === 'bfloat16') return { type: 'bf16' };
  const kind = datatype.kind === 'other' ? datatype.name : datatype.kind;
  throw source.invalid(`${name} has the type ${kind} (${datatype.size} bytes), which is not read`);
}
