import { beforeAll, expect, test } from 'vitest';
import { toMat } from '../opencv/mat-raster.ts';
import { OpenCv } from '../opencv/opencv.ts';
import { labOf, rgbOf } from './lab.ts';

const opencv = new OpenCv();

beforeAll(() => opencv.ready(), 60_000);

const STEPS = 52;
/** Colours of all kinds: each channel has the values 0, 5, 10 ... 255. */
const colours = {
  height: STEPS * STEPS,
  width: STEPS,
  channels: 3,
  data: Uint8Array.from({ length: 3 * STEPS ** 3 }, (_, at) => {
    const pixel = Math.floor(at / 3);
    return 5 * (Math.floor(pixel / STEPS ** (at % 3)) % STEPS);
  }),
};

/** The colours, converted by OpenCV. */
function convert(code: 'COLOR_RGB2Lab' | 'COLOR_Lab2RGB'): Uint8Array {
  const { cv } = opencv;
  const mat = toMat(cv, colours);
  cv.cvtColor(mat, mat, cv[code]);
  const result = new Uint8Array(mat.data);
  mat.delete();
  return result;
}

const planeOf = (data: Uint8Array, channel: number) => data.filter((_, at) => at % 3 === channel);

test('RGB becomes the L*a*b* of OpenCV', () => {
  const expected = convert('COLOR_RGB2Lab');
  const { lightness, a, b } = labOf(colours);
  for (const [channel, plane] of [lightness, a, b].entries())
    expect(Buffer.compare(plane, planeOf(expected, channel))).toBe(0);
});

test('L*a*b* becomes the RGB of OpenCV', () => {
  const [lightness, a, b] = [0, 1, 2].map((channel) => planeOf(colours.data, channel));
  const { data } = rgbOf({ lightness: lightness!, a: a!, b: b! }, colours);
  expect(Buffer.compare(data, convert('COLOR_Lab2RGB'))).toBe(0);
});
