import { expect, test } from 'vitest';
import { image } from '../../fixtures/ops.ts';
import { OpenCv } from '../opencv/opencv.ts';
import { resampler, resamplerOf } from './resampler.ts';

const tools = { file: 'a.png', opencv: new OpenCv() };

test.each(resampler.options)(
  '%s needs OpenCV, or resizes without it',
  async (name) => {
    const { needsOpenCv, resize } = resamplerOf(name);
    if (needsOpenCv) await tools.opencv.ready();
    expect(resize(image, { height: 4, width: 5 }, tools)).toMatchObject({ height: 4, width: 5 });
    expect(resize(image, { height: image.height, width: image.width }, tools)).toBe(image);
  },
  60_000,
);
