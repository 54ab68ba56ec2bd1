import { z } from 'zod';
import { cropMatrix } from '../kernels/crop-matrix.ts';
import { pad as addPixels, type Sides } from '../kernels/pad.ts';
import type { PullMatrix } from '../kernels/pull-matrix.ts';
import { resizeMask } from '../kernels/resize-mask.ts';
import { releaseBetween } from '../memory/result-bytes.ts';
import { border } from '../op-contract/border.ts';
import { colour } from '../op-contract/colour.ts';
import { defineOp } from '../op-contract/define-op.ts';
import type { ImageSize } from '../op-contract/image-size.ts';
import { resampler, resamplerOf } from '../op-contract/resampler.ts';
import {
  areFixed,
  drawnSides,
  drawSides,
  fixedSides,
  sideShares,
  sidesInPixels,
} from '../op-contract/sides.ts';

const schema = z
  .strictObject({
    op: z.literal('pad'),
    ...sideShares(2, [0, 0.1], 'added'),
    border: border
      .default('constant')
      .describe(
        'The pixels that are added: `constant` is a colour, `nearest` repeats the edge pixels, `reflect` mirrors the image, `wrap` repeats it.',
      ),
    colour: colour
      .default([0, 0, 0])
      .describe('The colour of a constant border: red, green and blue.'),
    keepSize: z
      .boolean()
      .default(true)
      .describe(
        'Whether the result is resized to the size of the image. `false` needs fixed shares.',
      ),
    resampler: resampler.default('cv2-linear'),
  })
  .refine((spec) => spec.keepSize || areFixed(spec), {
    message:
      'must be true, unless the two shares of each side are equal: images would differ in size',
    path: ['keepSize'],
  });

export const pad = defineOp({
  description:
    'Adds pixels at each side, by shares of the height and width drawn uniformly. As `cv2.copyMakeBorder`, bit for bit. The result is resized to the size of the image, or keeps its own size if the shares are fixed. Masks are padded with 0 where the border is constant.',
  schema,
  numbers: drawnSides,
  draw: (sides, rng) => drawSides(sides, rng),
  size: (input, spec) => (input === undefined || spec.keepSize ? input : padded(input, spec)),
  placement: ({ keepSize }) => (keepSize ? matrixOf : undefined),
  setUp: ({ border: outside, colour: value, keepSize, resampler: name }) => {
    const { needsOpenCv, resize } = resamplerOf(name);
    return {
      needsOpenCv: needsOpenCv && keepSize,
      apply: (source, shares, tools) => {
        const sides = sidesInPixels(shares, source);
        const wider = addPixels(source, { ...sides, border: outside, colour: value });
        if (!keepSize) return wider;
        return releaseBetween(wider, { source, result: resize(wider, source, tools) });
      },
      applyToMask: (mask, shares) => {
        const sides = sidesInPixels(shares, mask);
        const result = addPixels(mask, { ...sides, border: outside, colour: [0] });
        return keepSize ? resizeMask(result, mask) : result;
      },
    };
  },
});

function padded(input: ImageSize, spec: z.output<typeof schema>): ImageSize {
  const { top, right, bottom, left } = sidesInPixels(fixedSides(spec), input);
  return { height: top + input.height + bottom, width: left + input.width + right };
}

function matrixOf(size: ImageSize, shares: Sides): PullMatrix {
  const { top, right, bottom, left } = sidesInPixels(shares, size);
  const height = top + size.height + bottom;
  return cropMatrix(size, { top: -top, left: -left, height, width: left + size.width + right });
}
