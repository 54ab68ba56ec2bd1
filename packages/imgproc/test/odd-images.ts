import type { OpSpec, Raster } from '@sprout/core';
import { setUpOps } from './set-up-ops.ts';

const DRAWS = 20;

function image(height: number, width: number, value: (at: number) => number): Raster {
  const data = Uint8Array.from({ length: height * width * 3 }, (_, at) => value(at));
  return { height, width, channels: 3, data };
}

/** Images of one pixel, of one row, of one column, of few pixels, without colours, and of one colour. */
const odd: readonly Raster[] = [
  image(1, 1, (at) => 90 * at),
  image(1, 5, (at) => 11 * at),
  image(5, 1, (at) => 11 * at),
  image(2, 3, (at) => 13 * at),
  image(1, 64, (at) => at),
  image(17, 2, (at) => at),
  image(3, 4, (at) => 20 * Math.floor(at / 3)),
  image(4, 3, () => 255),
  image(4, 6, () => 119),
];

/** The sizes that an op gives to odd images, with numbers of several seeds, where they are not those of the images. */
export function wrongSizes(spec: OpSpec): string[] {
  const { draw, apply } = setUpOps([spec]);
  return odd.flatMap((source) =>
    Array.from({ length: DRAWS }, (_, seed) => apply(source, draw(seed)))
      .filter(({ height, width, data }) => {
        const isSame = height === source.height && width === source.width;
        return !isSame || data.length !== source.data.length;
      })
      .map(({ height, width }) => `${source.height} x ${source.width}: ${height} x ${width}`),
  );
}
