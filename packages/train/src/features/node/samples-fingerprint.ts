import { type Samples, SproutError, systemReason } from '@sprout/core';
import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';

/**
 * The SHA-256, in hexadecimal, of the ids and labels of samples in order, and of the sizes and modification times of their
 * files. No file is read.
 *
 * @throws {SproutError} `image-unreadable`, naming the file.
 */
export async function samplesFingerprint(samples: Samples): Promise<string> {
  const hash = createHash('sha256');
  for (const { id, label, path } of samples) {
    const { size, mtimeNs } = await stat(path, { bigint: true }).catch((cause: unknown) => {
      const reason = systemReason(cause);
      throw new SproutError('image-unreadable', { file: path, reason }, { cause });
    });
    hash.update(JSON.stringify([id, label, `${size}`, `${mtimeNs}`]));
  }
  return hash.digest('hex');
}
