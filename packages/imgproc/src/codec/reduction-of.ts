import type { ImageHeader } from './headers/image-header.ts';
import type { Reduction } from './jpeg/reduction.ts';

const REDUCTIONS: readonly Reduction[] = [8, 4, 2];

type ReducibleImage = Pick<ImageHeader, 'channels' | 'orientation' | 'height' | 'width'> & {
  readonly format: string;
};

/**
 * The factor by which an image is shrunk while it is decoded: the largest that leaves both sides at least twice as long as those of
 * `target`. The sides are compared upright. 1 for every image but JPEGs in RGB or grey.
 */
export function reductionOf(
  { format, channels, orientation, height, width }: ReducibleImage,
  target: { readonly height: number; readonly width: number },
): Reduction {
  if (format !== 'jpeg' || (channels !== 1 && channels !== 3)) return 1;
  const [upright, across] = orientation >= 5 ? [width, height] : [height, width];
  const fits = (factor: number): boolean =>
    upright >= 2 * factor * target.height && across >= 2 * factor * target.width;
  return REDUCTIONS.find(fits) ?? 1;
}
