import { shapeMismatch } from '@sprout/core';
import type { ImageSize } from './image-size.ts';

/**
 * For ops that would swap height and width.
 *
 * @param what The image and the op, for messages.
 * @throws {SproutError} `shape-mismatch` unless the image is square.
 */
export function requireSquare({ height, width }: ImageSize, what: string): void {
  if (height === width) return;
  throw shapeMismatch(what, { expected: ['n', 'n', 3], received: [height, width, 3] });
}
