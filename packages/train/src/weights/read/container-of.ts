import type { ByteSource } from '@sprout/core';
import { HDF5_SIGNATURE } from '../hdf5/read-superblock.ts';

/** The outer format of a file. */
export type Container = 'zip' | 'hdf5' | 'npy' | 'pickle' | 'json' | 'safetensors';

const SIGNATURES: readonly (readonly [string, Container])[] = [
  [HDF5_SIGNATURE, 'hdf5'],
  ['PK\u0003\u0004', 'zip'],
  ['\u0093NUMPY', 'npy'],
  ['\u0080\u0002', 'pickle'],
];

/** Files that are often saved in the place of weights. */
const MISTAKES: readonly (readonly [string, string])[] = [
  ['\u001f\u008b', 'it is compressed with gzip; unpack it first'],
  ['version https://git-lfs', 'it is a pointer of Git LFS, not the file itself'],
  ['<', 'it is a web page or XML, not weights'],
];

/**
 * Finds the format of a file from its first bytes.
 *
 * @throws {SproutError} `file-invalid`
 */
export function containerOf({ bytes, invalid }: ByteSource): Container {
  const start = String.fromCharCode(...bytes.subarray(0, 64));
  for (const [signature, container] of SIGNATURES)
    if (start.startsWith(signature)) return container;
  const isText = bytes.subarray(0, 8).every((byte) => byte >= 0x09 && byte < 0x80 && byte !== 0x7f);
  if (isText && /^\s*\{/.test(start)) return 'json';
  if (start.slice(8, 9) === '{') return 'safetensors'; // behind the length of the header
  for (const [signature, reason] of MISTAKES)
    if (start.startsWith(signature)) throw invalid(reason);
  const hex = [...bytes.subarray(0, 8)].map((byte) => byte.toString(16).padStart(2, '0')).join(' ');
  throw invalid(`its format is unknown (it begins ${hex || 'with nothing'})`);
}
