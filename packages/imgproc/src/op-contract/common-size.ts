import type { ImageSize } from './image-size.ts';

/** The size of all images, if it is known and the same. */
export function commonSize(sizes: readonly (ImageSize | undefined)[]): ImageSize | undefined {
  const [first, ...others] = sizes;
  const same = others.every(
    (size) => size?.height === first?.height && size?.width === first?.width,
  );
  return same ? first : undefined;
}
