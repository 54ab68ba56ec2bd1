import type { Raster } from '@sprout/core';
import { beforeAll, expect, test } from 'vitest';
import { OpenCv } from '../opencv/opencv.ts';
import { applyRecipe } from '../recipe/apply-recipe.ts';
import { parseRecipe } from '../recipe/parse-recipe.ts';
import { readyRecipe } from '../recipe/ready-recipe.ts';
import { recipeOps } from './index.ts';

const tools = { file: 'a.png', opencv: new OpenCv() };
const specs = {
  resize: { op: 'resize', height: 2, width: 2 },
  'colour-mask': { op: 'colour-mask', palette: [{ colour: [10, 20, 30], threshold: 16 }] },
  median: { op: 'median', size: 3 },
};

beforeAll(() => tools.opencv.ready(), 30_000);

/** 4 x 4, each pixel of one value. */
function gray(values: readonly number[]): Raster {
  return {
    height: 4,
    width: 4,
    channels: 3,
    data: Uint8Array.from(values.flatMap((v) => [v, v, v])),
  };
}

function apply(spec: object, source: Raster): Raster {
  return applyRecipe(source, readyRecipe([spec]), tools);
}

const ramp = gray([0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110, 120, 130, 140, 150]);

test('resize with cv2-linear takes the mean of the four pixels around each new one', () => {
  expect(apply({ op: 'resize', height: 2, width: 2 }, ramp)).toEqual({
    height: 2,
    width: 2,
    channels: 3,
    data: Uint8Array.of(25, 25, 25, 45, 45, 45, 105, 105, 105, 125, 125, 125),
  });
});

test('resize with pil-box takes the same mean here, and pil-nearest one of the pixels', () => {
  const box = apply({ op: 'resize', height: 2, width: 2, resampler: 'pil-box' }, ramp);
  const nearest = apply({ op: 'resize', height: 2, width: 2, resampler: 'pil-nearest' }, ramp);
  expect(box.data.filter((_, at) => at % 3 === 0)).toEqual(Uint8Array.of(25, 45, 105, 125));
  expect(nearest.data.filter((_, at) => at % 3 === 0)).toEqual(Uint8Array.of(50, 70, 130, 150));
});

test('colour-mask keeps what is within the threshold and blackens the rest', () => {
  const source = {
    height: 1,
    width: 3,
    channels: 3,
    data: Uint8Array.of(10, 22, 30, 10, 23, 30, 10, 20, 30),
  };
  expect(apply(specs['colour-mask'], source).data).toEqual(
    Uint8Array.of(10, 22, 30, 0, 0, 0, 10, 20, 30),
  );
});

test('median removes a lone pixel and repeats the edge', () => {
  const source = gray([0, 0, 0, 0, 0, 255, 0, 0, 0, 0, 0, 7, 0, 0, 7, 7]);
  const expected = gray([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 7, 0, 0, 7, 7]);
  expect(apply(specs.median, source)).toEqual(expected);
});

test('there is a literal test spec for every op', () => {
  expect(Object.keys(specs).toSorted()).toEqual(recipeOps.map(({ name }) => name).toSorted());
});

test.each(Object.values(specs))('$op does not write to its input', (spec) => {
  const before = Uint8Array.from(ramp.data);
  const result = apply(spec, ramp);
  expect(ramp.data).toEqual(before);
  expect(result.data).not.toEqual(before);
});

test.each(Object.values(specs))('$op: the parsed spec survives JSON and parsing again', (spec) => {
  const parsed = parseRecipe([spec]);
  expect(parseRecipe(JSON.parse(JSON.stringify(parsed)))).toEqual(parsed);
});
