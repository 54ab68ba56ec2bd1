import { imageFormat, SproutError } from '@sprout/core';
import { describeBytes } from './describe-bytes.ts';
import { FORMAT_NAMES } from './format-names.ts';
import type { ImageHeader } from './headers/image-header.ts';
import { TooManyParts } from './headers/part-limit.ts';
import { unreadTiffKind } from './headers/unread-tiff-kind.ts';
import { headerOf } from './sniff.ts';

/**
 * The header of a file that can be decoded.
 *
 * @throws {SproutError} `image-refused`, `image-undecodable`
 */
export function readHeader(bytes: Uint8Array, file: string): ImageHeader {
  if (bytes.length === 0) {
    throw new SproutError('image-undecodable', { file, reason: 'the file is empty' });
  }
  const format = imageFormat(bytes);
  if (format === undefined) {
    const known = Object.values(FORMAT_NAMES).join(', ');
    const reason = `it is ${describeBytes(bytes)}, which is not read; only ${known} are`;
    throw new SproutError('image-refused', { file, reason });
  }
  const header = shortHeader(bytes, file);
  if (header === undefined) {
    const reason = `the ${FORMAT_NAMES[format]} header is damaged or incomplete`;
    throw new SproutError('image-undecodable', { file, reason });
  }
  const unread = format === 'tiff' ? unreadTiffKind(bytes) : undefined;
  if (unread !== undefined) throw new SproutError('image-refused', { file, reason: unread });
  return header;
}

function shortHeader(bytes: Uint8Array, file: string): ImageHeader | undefined {
  try {
    return headerOf(bytes);
  } catch (cause) {
    if (!(cause instanceof TooManyParts)) throw cause;
    throw new SproutError('image-refused', { file, reason: cause.message }, { cause });
  }
}
