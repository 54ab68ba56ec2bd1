import { SproutError } from '@sprout/core';
import type { ImageSize } from './image-size.ts';

export interface RequireSquareOptions {
  /** The image's path. */
  readonly file: string;
  /** The op and what it would do, for the message. */
  readonly op: string;
}

/**
 * For ops that would swap height and width.
 *
 * @throws {SproutError} `image-unprocessable` unless the image is square.
 */
export function requireSquare(
  { height, width }: ImageSize,
  { file, op }: RequireSquareOptions,
): void {
  if (height === width) return;
  const reason = `the op ${op} needs a square image, and this one has ${height} x ${width} pixels`;
  throw new SproutError('image-unprocessable', { file, reason });
}
