import { z } from 'zod';
import type { NumberType } from '../source/number-type.ts';
import { makeTensor } from '../source/make-tensor.ts';
import { parseJson } from '../source/parse-json.ts';
import { type ByteSource, cursorOf } from '@sprout/core';
import type { WeightsContent } from '../source/weights-content.ts';

const TYPES: ReadonlyMap<string, NumberType> = new Map([
  ['F64', 'f64'],
  ['F32', 'f32'],
  ['F16', 'f16'],
  ['BF16', 'bf16'],
  ['I64', 'i64'],
  ['U64', 'u64'],
  ['I32', 'i32'],
  ['U32', 'u32'],
  ['I16', 'i16'],
  ['U16', 'u16'],
  ['I8', 'i8'],
  ['U8', 'u8'],
  ['BOOL', 'bool'],
]);

const entrySchema = z.strictObject({
  dtype: z.string(),
  shape: z.array(z.int().min(0)).max(32),
  data_offsets: z.tuple([z.int().min(0), z.int().min(0)]),
});
const metadataSchema = z.record(z.string(), z.string());

/**
 * Reads a safetensors file of any type of numbers. `decodeSafetensors` reads the files that Sprout writes.
 *
 * @throws {SproutError} `file-invalid`, unless each byte of the data belongs to exactly one tensor.
 */
export function readSafetensors(source: ByteSource): WeightsContent {
  const { bytes, invalid } = source;
  const cursor = cursorOf(source, bytes, { what: 'it' });
  const length = cursor.u64();
  if (length > cursor.left())
    throw invalid(`its header has ${length} bytes, more than the ${cursor.left()} that follow`);
  const header = parseJson(source, 'its header', cursor.take(length));
  if (typeof header !== 'object' || header === null || Array.isArray(header))
    throw invalid('its header is not an object');
  const data = cursor.take(cursor.left());
  const entries = Object.entries(header).filter(([name]) => name !== '__metadata__');
  let free = 0;
  const tensors = entries
    .map(([name, entry]) => ({
      name,
      ...parsed(source, `the entry of ${name}`, [entrySchema, entry]),
    }))
    .sort((a, b) => a.data_offsets[0] - b.data_offsets[0] || a.data_offsets[1] - b.data_offsets[1])
    .map(({ name, dtype, shape, data_offsets: [begin, end] }) => {
      const type = TYPES.get(dtype);
      if (type === undefined)
        throw invalid(`${name} has the type ${dtype.slice(0, 20)}, which is not read`);
      if (begin !== free || end < begin || end > data.length)
        throw invalid(
          `${name} is at ${begin} to ${end}; it must begin at ${free} and end by ${data.length}`,
        );
      free = end;
      return makeTensor(source, { name, shape, type, bytes: data.subarray(begin, end) });
    });
  if (free !== data.length)
    throw invalid(`it has ${data.length - free} bytes that belong to no tensor`);
  const { __metadata__: metadata = {} } = header as { readonly __metadata__?: unknown };
  const texts = parsed(source, 'its metadata', [metadataSchema, metadata]);
  return {
    format: 'safetensors',
    tensors,
    layersAreInOrder: false,
    metadata: new Map(Object.entries(texts)),
  };
}

function parsed<Schema extends z.ZodType>(
  source: ByteSource,
  what: string,
  [schema, value]: readonly [Schema, unknown],
): z.output<Schema> {
  const { data, error } = schema.safeParse(value);
  if (error === undefined) return data;
  throw source.invalid(`${what} is not valid: ${error.issues[0]?.message}`);
}
