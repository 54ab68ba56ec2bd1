import * as fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { images } from '../../fixtures/kernels.ts';
import { OpenCv } from '../opencv/opencv.ts';
import { clahe, type ClaheOptions } from './clahe.ts';

const opencv = new OpenCv();

beforeAll(() => opencv.ready(), 60_000);

function claheOfOpenCv(plane: Uint8Array, options: ClaheOptions): Uint8Array {
  const { cv } = opencv;
  const { height, width, clipLimit, tiles } = options;
  const mat = new cv.Mat(height, width, cv.CV_8UC1);
  mat.data.set(plane);
  const algorithm = new cv.CLAHE(clipLimit, new cv.Size(tiles, tiles));
  algorithm.apply(mat, mat);
  const result = new Uint8Array(mat.data);
  algorithm.delete();
  mat.delete();
  return result;
}

const side = fc.integer({ min: 1, max: 40 });

test('has the values of OpenCV, whatever the sizes', () => {
  fc.assert(
    fc.property(
      side,
      side,
      fc.double({ min: 1, max: 40, noNaN: true }),
      fc.integer({ min: 1, max: 9 }),
      (height, width, clipLimit, tiles) => {
        const plane = images.leaves(height, width).data.filter((_, at) => at % 3 === 1);
        const options = { height, width, clipLimit, tiles };
        expect([...clahe(plane, options)]).toEqual([...claheOfOpenCv(plane, options)]);
      },
    ),
    { numRuns: 40 },
  );
});
