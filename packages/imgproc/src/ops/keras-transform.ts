import type { Raster } from '@sprout/core';
import { z } from 'zod';
import { applyTransform } from '../keras/transform/apply-transform.ts';
import { planesOfRaster, roundedPlanes } from '../keras/transform/byte-planes.ts';
import { drawNumbers } from '../keras/transform/draw-numbers.ts';
import type { KerasNumbers } from '../keras/transform/keras-numbers.ts';
import { SPLINE_ORDERS } from '../keras/transform/spline-weights.ts';
import { KERAS_COMPATS, traitsOf } from '../keras/transform/traits.ts';
import { border } from '../op-contract/border.ts';
import { defineOp } from '../op-contract/define-op.ts';
import { interval } from '../op-contract/interval.ts';
import { kerasFault } from './keras-fault.ts';

const share = z.number().min(0).lt(1).default(0);
const order = z.literal(SPLINE_ORDERS);

const numbers = z.strictObject({
  theta: z.number(),
  /** As a share of the height. */
  tx: z.number(),
  /** As a share of the width. */
  ty: z.number(),
  shear: z.number(),
  zx: z.number(),
  zy: z.number(),
  flipHorizontal: z.boolean(),
  flipVertical: z.boolean(),
  channelShift: z.union([z.number(), z.array(z.number()).length(3).readonly()]).nullable(),
  brightness: z.number().nullable(),
});

interface Look {
  readonly order: z.output<typeof order>;
  readonly fillMode: z.output<typeof border>;
  readonly cval: number;
}

export const kerasTransform = defineOp({
  description:
    "Rotates, shifts, shears, zooms and flips an image in one resampling, and changes its values and brightness. As the random transform of Keras' `ImageDataGenerator`. The float32 values are those of the version that `compat` names, bit for bit; they are rounded to bytes once, at the end. `imageDataGenerator` has the other options of Keras.",
  example: {
    op: 'keras',
    rotation: 40,
    widthShift: 0.2,
    heightShift: 0.2,
    shear: 20,
    zoom: [0.8, 1.2],
  },
  schema: z.strictObject({
    op: z.literal('keras'),
    compat: z
      .enum(KERAS_COMPATS)
      .default('fixed')
      .describe(
        'The version of Keras whose behaviour is followed; `fixed` follows the documentation of Keras.',
      ),
    rotation: z
      .number()
      .min(0)
      .max(180)
      .default(0)
      .describe('The largest angle to either side, in degrees: `rotation_range`.'),
    widthShift: share.describe(
      'The largest shift to either side, as a share of the width: `width_shift_range`.',
    ),
    heightShift: share.describe(
      'The largest shift up and down, as a share of the height: `height_shift_range`.',
    ),
    shear: z
      .number()
      .min(0)
      .max(90)
      .default(0)
      .describe('The largest shear to either side, in degrees: `shear_range`.'),
    zoom: interval(0.01, 100)
      .default([1, 1])
      .describe(
        'The factor of the zoom, drawn separately for each axis; 2 makes things half as large: `zoom_range`.',
      ),
    channelShift: z
      .number()
      .min(0)
      .max(255)
      .default(0)
      .describe(
        'The largest number that is added or subtracted, in values of 0 to 255: `channel_shift_range`.',
      ),
    brightness: interval(0, 100)
      .nullable()
      .default(null)
      .describe(
        'The factor of the brightness: `brightness_range`. With `null` the brightness does not change.',
      ),
    flipHorizontal: z
      .boolean()
      .default(false)
      .describe('Whether half of the images are flipped left to right: `horizontal_flip`.'),
    flipVertical: z
      .boolean()
      .default(false)
      .describe('Whether half of the images are flipped top to bottom: `vertical_flip`.'),
    border: border
      .default('nearest')
      .describe(
        'How the image continues beyond its edges: `fill_mode`. `wrap` repeats all but the last pixel, as SciPy does it.',
      ),
    fill: z
      .number()
      .min(0)
      .max(255)
      .default(0)
      .describe('The value beyond the edges where `border` is `constant`: `cval`.'),
    order: order
      .default(1)
      .describe(
        'The order of the splines that interpolate: `interpolation_order`. 0 takes the nearest pixel, 1 is bilinear, 3 is cubic.',
      ),
  }),
  numbers,
  draw: (spec, rng) =>
    drawNumbers(
      {
        rotationRange: spec.rotation,
        widthShiftRange: spec.widthShift,
        heightShiftRange: spec.heightShift,
        brightnessRange: spec.brightness,
        shearRange: spec.shear,
        zoomRange: spec.zoom,
        channelShiftRange: spec.channelShift,
        horizontalFlip: spec.flipHorizontal,
        verticalFlip: spec.flipVertical,
      },
      rng,
      { height: 1, width: 1, channels: 3, traits: traitsOf(spec.compat) },
    ),
  checkDrawn: (drawn, _within, spec) => kerasFault(drawn, spec),
  setUp: ({ compat, border: fillMode, fill: cval, ...spec }) => {
    const change = (source: Raster, drawn: KerasNumbers, look: Look): Raster => {
      const planes = planesOfRaster(source);
      const { tx, ty } = drawn;
      const inPixels = { ...drawn, tx: tx * source.height, ty: ty * source.width };
      const traits = traitsOf(compat);
      return {
        ...source,
        data: roundedPlanes(applyTransform(planes, inPixels, { ...look, traits })),
      };
    };
    const ofMask = { channelShift: null, brightness: null };
    return {
      apply: (source, drawn) => change(source, drawn, { order: spec.order, fillMode, cval }),
      applyToMask: (mask, drawn) =>
        change(mask, { ...drawn, ...ofMask }, { order: 0, fillMode, cval: 0 }),
    };
  },
});
