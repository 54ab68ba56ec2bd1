import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';

/** The hashes of a file, in hexadecimal digits. */
export interface FileDigests {
  readonly bytes: number;
  readonly sha256: string;
  readonly md5: string;
}

/** Reads a whole file once. @throws the system's error. */
export async function digestsOf(path: string, signal?: AbortSignal): Promise<FileDigests> {
  const [sha256, md5] = [createHash('sha256'), createHash('md5')];
  let bytes = 0;
  // a chunk for each call of the hash functions
  for await (const chunk of createReadStream(path, { highWaterMark: 2 ** 20, signal })) {
    const data = chunk as Buffer; // a stream without an encoding
    sha256.update(data);
    md5.update(data);
    bytes += data.length;
  }
  return { bytes, sha256: sha256.digest('hex'), md5: md5.digest('hex') };
}
