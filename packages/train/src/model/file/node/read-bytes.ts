import { SproutError, systemReason } from '@sprout/core';
import { readFile, stat } from 'node:fs/promises';
import { invalidFile } from './invalid-file.ts';

/** The bytes of a file. @throws {SproutError} `file-missing`; `file-invalid` for a larger file, before it is read. */
export async function readBytes(file: string, most = Infinity): Promise<Uint8Array> {
  const size = await sizeOf(file);
  if (size > most) throw invalidFile(file, `it has ${size} bytes; at most ${most} are read`);
  return readFile(file).catch(fail(file));
}

/** The number of bytes of a file. @throws {SproutError} `file-missing`, `file-invalid`. */
export async function sizeOf(file: string): Promise<number> {
  return (await stat(file).catch(fail(file))).size;
}

function fail(file: string): (cause: NodeJS.ErrnoException) => never {
  return (cause) => {
    if (cause.code === 'ENOENT') throw new SproutError('file-missing', { file }, { cause });
    throw invalidFile(file, systemReason(cause), cause);
  };
}
