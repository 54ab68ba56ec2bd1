import { SproutError } from '@sprout/core';
import { z } from 'zod';
import type { NamedTensor } from '../tensor/named-tensor.ts';
import { elementCount } from '../tensor/element-count.ts';

/** The contents of a safetensors file: tensors, and texts by key. */
export interface SafetensorsContent {
  readonly tensors: readonly NamedTensor[];
  readonly metadata: Readonly<Record<string, string>>;
}

const headerSchema = z
  .object({ __metadata__: z.record(z.string(), z.string()).default({}) })
  .catchall(
    z.strictObject({
      dtype: z.string(),
      shape: z.array(z.int().min(0)),
      data_offsets: z.tuple([z.int().min(0), z.int().min(0)]),
    }),
  );

const HEADER_LIMIT = 100_000_000;

/**
 * Encodes tensors as a safetensors file: an 8-byte header length, a JSON header, the numbers (F32, little-endian).
 *
 * @see https://github.com/huggingface/safetensors#format
 */
export function encodeSafetensors({ tensors, metadata }: SafetensorsContent): Uint8Array {
  const header = new Map<string, unknown>([['__metadata__', metadata]]);
  let offset = 0;
  for (const { name, shape, data } of tensors) {
    header.set(name, { dtype: 'F32', shape, data_offsets: [offset, offset + data.byteLength] });
    offset += data.byteLength;
  }
  const json = JSON.stringify(Object.fromEntries(header));
  const encoded = new TextEncoder().encode(json);
  const padded = Math.ceil(encoded.length / 8) * 8;
  const bytes = new Uint8Array(8 + padded + offset);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(padded), true);
  bytes.set(encoded, 8);
  bytes.fill(0x20, 8 + encoded.length, 8 + padded);
  let at = 8 + padded;
  for (const { data } of tensors) {
    bytes.set(new Uint8Array(data.buffer, data.byteOffset, data.byteLength), at);
    at += data.byteLength;
  }
  return bytes;
}

/**
 * Reads a safetensors file of F32 tensors. The header is checked against the file's size before anything is allocated:
 * every byte of the data belongs to exactly one tensor.
 *
 * @param file Names the file in errors.
 * @returns Tensors in the order of their data; fresh arrays.
 * @throws {SproutError} `file-invalid`.
 */
export function decodeSafetensors(bytes: Uint8Array, file: string): SafetensorsContent {
  const invalid = (reason: string): never => {
    throw new SproutError('file-invalid', { file, reason });
  };
  if (bytes.length < 8) invalid('it has fewer than 8 bytes');
  const length = Number(new DataView(bytes.buffer, bytes.byteOffset, 8).getBigUint64(0, true));
  if (length > HEADER_LIMIT || length > bytes.length - 8)
    invalid('the header is longer than the file');
  const header = parseHeader(bytes.subarray(8, 8 + length)) ?? invalid('its header is not valid');
  const { __metadata__: metadata, ...entries } = header;
  const data = bytes.subarray(8 + length);
  const ordered = Object.entries(entries).sort(
    ([, { data_offsets: a }], [, { data_offsets: b }]) => a[0] - b[0] || a[1] - b[1],
  );
  let expected = 0;
  for (const [name, { dtype, shape, data_offsets: offsets }] of ordered) {
    const [begin, end] = offsets;
    const bytesOfTensor = 4 * elementCount(shape);
    if (dtype !== 'F32') invalid(`${name} is ${dtype}; only F32 is read`);
    if (begin !== expected || end - begin !== bytesOfTensor || end > data.length)
      invalid(`${name} has data offsets that do not fit its shape or the file`);
    expected = end;
  }
  if (expected !== data.length) invalid('there are bytes that belong to no tensor');
  const tensors = ordered.map(([name, { shape, data_offsets: offsets }]) => ({
    name,
    shape,
    data: new Float32Array(new Uint8Array(data.subarray(...offsets)).buffer), // aligned, in a buffer of its own
  }));
  return { tensors, metadata };
}

function parseHeader(bytes: Uint8Array): z.output<typeof headerSchema> | undefined {
  try {
    const header: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return headerSchema.safeParse(header).data;
  } catch {
    return undefined; // not UTF-8, or not JSON
  }
}
