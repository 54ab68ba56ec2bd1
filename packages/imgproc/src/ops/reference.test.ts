import { readFileSync } from 'node:fs';
import type { Raster } from '@sprout/core';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { OpenCv } from '../opencv/opencv.ts';
import { applyDrawn } from '../augmentation/apply-drawn.ts';
import { applyRecipe } from '../recipe/apply-recipe.ts';
import { readyRecipe } from '../recipe/ready-recipe.ts';

const bytes = z.base64().transform((text) => new Uint8Array(Buffer.from(text, 'base64')));
const sized = z.object({ height: z.number(), width: z.number(), data: bytes });

/** Made by scripts/fixtures/imgproc_ops.py with cv2 4.12 and SciPy. */
const fixture = z
  .object({
    image: sized,
    resize: z.array(sized.extend({ resampler: z.string() })),
    median: z.array(z.object({ size: z.number(), data: bytes })),
    rotate: z.array(z.object({ degrees: z.number(), border: z.string(), data: bytes })),
  })
  .parse(JSON.parse(readFileSync(new URL('../../fixtures/ops.json', import.meta.url), 'utf8')));

const image: Raster = { channels: 3, ...fixture.image };
const tools = { file: 'fixture', opencv: new OpenCv() };

beforeAll(() => tools.opencv.ready(), 30_000);

describe('every pixel is the reference library’s', () => {
  test.each(fixture.resize)('resize $resampler to $height x $width (cv2)', (expected) => {
    const { data, ...spec } = expected;
    const result = applyRecipe(image, readyRecipe([{ op: 'resize', ...spec }]), tools);
    expect(result).toEqual({ height: spec.height, width: spec.width, channels: 3, data });
  });

  test.each(fixture.median)('median $size (cv2)', ({ size, data }) => {
    const result = applyRecipe(image, readyRecipe([{ op: 'median', size }]), tools);
    expect(result).toEqual({ ...image, data });
  });

  test.each(fixture.rotate)('rotate $degrees, border $border (SciPy)', ({ data, ...numbers }) => {
    const result = applyDrawn(image, [{ op: 'rotate', numbers }], tools);
    expect(result).toEqual({ ...image, data });
  });
});
