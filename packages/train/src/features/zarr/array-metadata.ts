import { z } from 'zod';
import { ZSTD_LEVEL } from './chunk-codec.ts';

const BYTES = { name: 'bytes', configuration: { endian: 'little' } } as const;
const BYTE = { name: 'bytes' } as const;
const ZSTD = { name: 'zstd', configuration: { level: ZSTD_LEVEL, checksum: false } } as const;
const CRC = { name: 'crc32c' } as const;

/** An array of a store: its shape and type, and the chunks that it is written in. */
export interface ArrayLayout {
  readonly shape: readonly number[];
  readonly type: 'float32' | 'int32' | 'uint8';
  /** The number of rows of the first axis in a file. A file of a sharded array has one chunk for each row. */
  readonly fileRows: number;
  readonly isSharded: boolean;
}

/** The `zarr.json` of an array, Zarr version 3. */
export function formatArray({ shape, type, fileRows, isSharded }: ArrayLayout): string {
  const [, ...row] = shape;
  const chunk = [type === 'uint8' ? BYTE : BYTES, ZSTD, CRC];
  const sharding = {
    name: 'sharding_indexed',
    configuration: {
      chunk_shape: [1, ...row],
      codecs: chunk,
      index_codecs: [BYTES, CRC],
      index_location: 'end',
    },
  };
  const metadata = {
    zarr_format: 3,
    node_type: 'array',
    shape,
    data_type: type,
    chunk_grid: { name: 'regular', configuration: { chunk_shape: [fileRows, ...row] } },
    chunk_key_encoding: { name: 'default', configuration: { separator: '/' } },
    fill_value: type === 'float32' ? 'NaN' : 0,
    codecs: isSharded ? [sharding] : chunk,
    attributes: {},
  };
  return `${JSON.stringify(metadata, null, 2)}\n`;
}

const size = z.int().positive();
const bytes = z.looseObject({
  name: z.literal('bytes'),
  configuration: z.object({ endian: z.literal('little').optional() }).optional(),
});
const zstd = z.looseObject({ name: z.literal('zstd') });
const crc = z.looseObject({ name: z.literal('crc32c') });
const plainCodecs = z.tuple([bytes, zstd, crc]);

const shardedCodecs = z.tuple([
  z.looseObject({
    name: z.literal('sharding_indexed'),
    configuration: z.looseObject({
      chunk_shape: z.array(size),
      codecs: plainCodecs,
      index_codecs: z.tuple([bytes, crc]),
      index_location: z.literal('end').optional(),
    }),
  }),
]);

const arraySchema = z.looseObject({
  zarr_format: z.literal(3),
  node_type: z.literal('array'),
  shape: z.array(size).min(1),
  data_type: z.enum(['float32', 'int32', 'uint8']),
  chunk_grid: z.looseObject({
    name: z.literal('regular'),
    configuration: z.looseObject({ chunk_shape: z.array(size) }),
  }),
  chunk_key_encoding: z.looseObject({
    name: z.literal('default'),
    configuration: z.object({ separator: z.literal('/').optional() }).optional(),
  }),
  codecs: z.union([plainCodecs, shardedCodecs]),
});

/**
 * Reads the `zarr.json` of an array in the form that `formatArray` writes, by whatever program.
 *
 * @returns The fault, as the end of a sentence, for anything else.
 */
export function parseArray(json: unknown): ArrayLayout | string {
  const { data, error } = arraySchema.safeParse(json);
  if (error !== undefined) return z.prettifyError({ issues: error.issues.slice(0, 3) });
  const { shape, data_type: type, codecs } = data;
  const [fileRows = 0, ...rest] = data.chunk_grid.configuration.chunk_shape;
  const [, ...row] = shape;
  const [first] = codecs;
  const chunk = 'chunk_shape' in (first.configuration ?? {}) ? innerShape(first) : undefined;
  const isRow = String(rest) === String(row);
  if (!isRow || (chunk !== undefined && JSON.stringify(chunk) !== JSON.stringify([1, ...row])))
    return 'its chunks are not whole rows';
  return { shape, type, fileRows, isSharded: chunk !== undefined };
}

function innerShape({ configuration }: { readonly configuration?: object | undefined }): unknown {
  return configuration && 'chunk_shape' in configuration ? configuration.chunk_shape : undefined;
}
