import { beforeAll, expect, test } from 'vitest';
import { numbered, numbersOf } from '../../test/numbered.ts';
import { OpenCv } from './opencv.ts';
import { type CvInterpolation, resizeCv } from './resize-cv.ts';

const tools = { file: 'a.png', opencv: new OpenCv() };

beforeAll(() => tools.opencv.ready(), 60_000);

const every: CvInterpolation[] = ['INTER_LINEAR', 'INTER_NEAREST', 'INTER_AREA', 'INTER_LANCZOS4'];

test('nearest takes whole pixels', () => {
  const options = { height: 1, width: 4, interpolation: 'INTER_NEAREST' } as const;
  const result = resizeCv(numbered(2, 2), options, tools);
  expect([result.height, result.width, result.channels]).toEqual([1, 4, 3]);
  expect(numbersOf(result)).toEqual([1, 1, 2, 2]);
});

test('area takes the mean of the pixels', () => {
  const options = { height: 1, width: 2, interpolation: 'INTER_AREA' } as const;
  const result = resizeCv(numbered(2, 4), options, tools); // the numbers 1, 2, 5, 6 and 3, 4, 7, 8
  expect([...result.data]).toEqual([35, 36, 37, 55, 56, 57]);
});

test('linear blends the nearest two pixels', () => {
  const data = Uint8Array.of(0, 0, 0, 100, 200, 40);
  const options = { height: 1, width: 4, interpolation: 'INTER_LINEAR' } as const;
  const result = resizeCv({ height: 1, width: 2, channels: 3, data }, options, tools);
  expect([...result.data]).toEqual([0, 0, 0, 25, 50, 10, 75, 150, 30, 100, 200, 40]);
});

test.each(every)('%s keeps the colour of an even image, and the source', (interpolation) => {
  const data = new Uint8Array(5 * 7 * 3).fill(90);
  const source = { height: 5, width: 7, channels: 3, data };
  const result = resizeCv(source, { height: 9, width: 3, interpolation }, tools);
  expect(result).toEqual({ height: 9, width: 3, channels: 3, data: new Uint8Array(81).fill(90) });
  expect(source).toEqual({ height: 5, width: 7, channels: 3, data: new Uint8Array(105).fill(90) });
});

test.each(every)('%s returns an image that has the size already', (interpolation) => {
  const source = numbered(2, 3);
  expect(resizeCv(source, { height: 2, width: 3, interpolation }, tools)).toBe(source);
});

test('a size that OpenCV refuses is an error of the image', () => {
  const options = { height: 0, width: 3, interpolation: 'INTER_LINEAR' } as const;
  expect(() => resizeCv(numbered(2, 2), options, tools)).toThrow(
    expect.objectContaining({
      code: 'image-unprocessable',
      message: expect.stringMatching(/^Cannot process a\.png: /),
    }),
  );
});
