import { beforeAll, expect, test } from 'vitest';
import { numbered } from '../../test/numbered.ts';
import { toMat, toRaster } from './mat-raster.ts';
import { OpenCv } from './opencv.ts';
import { withMats } from './with-mats.ts';

const tools = { file: 'a.png', opencv: new OpenCv() };

beforeAll(() => tools.opencv.ready(), 60_000);

test('an image is the same after a copy into OpenCV and back', () => {
  withMats(tools, ({ cv, own }) => {
    const mat = own(toMat(cv, numbered(2, 3)));
    expect([mat.rows, mat.cols, mat.channels()]).toEqual([2, 3, 3]);
    expect([...mat.ucharPtr(1, 2)]).toEqual([60, 61, 62]);
    expect(toRaster(mat)).toEqual(numbered(2, 3));
  });
});

test('the copies have memory of their own', () => {
  withMats(tools, ({ cv, own }) => {
    const source = numbered(1, 2);
    const mat = own(toMat(cv, source));
    const raster = toRaster(mat);
    mat.data.fill(0);
    expect(source).toEqual(numbered(1, 2));
    expect(raster).toEqual(numbered(1, 2));
  });
});
