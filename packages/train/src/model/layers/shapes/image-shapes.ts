import { z } from 'zod';
import { positions } from './convolution-shapes.ts';
import { channelsLast, imageRule, padding, pair, type ShapeRule } from './shape-rule.ts';

const poolingSchema = z.object({
  pool_size: pair.nullish(),
  strides: pair.nullish(),
  padding,
  data_format: channelsLast,
});

const border = z.int().nonnegative();
const equalEnds = border.transform((length): readonly [number, number] => [length, length]);
const ends = z.tuple([border, border]);
/** One length for all borders, one for each axis, or one for each end of each axis. */
const borders = z.union([
  border.transform(
    (length) =>
      [
        [length, length],
        [length, length],
      ] as const,
  ),
  z.tuple([equalEnds, equalEnds]),
  z.tuple([ends, ends]),
]);

const pooling = imageRule(poolingSchema, ([height, width, channels], config) => {
  const size = config.pool_size ?? [2, 2];
  const strides = config.strides ?? size;
  const same = config.padding === 'same';
  const sides = [height, width].map((length, axis) =>
    positions(length, { size: size[axis]!, stride: strides[axis]!, same }),
  );
  return { output: [...sides, channels] };
});

const globalPooling = imageRule(z.object({ data_format: channelsLast }), (image) => ({
  output: [image[2]],
}));

/** The rules of the layers without weights that work on images, by class. */
export const IMAGE_SHAPES: Readonly<Record<string, ShapeRule>> = {
  MaxPooling2D: pooling,
  AveragePooling2D: pooling,
  GlobalMaxPooling2D: globalPooling,
  GlobalAveragePooling2D: globalPooling,
  ZeroPadding2D: imageRule(
    z.object({ padding: borders.nullish(), data_format: channelsLast }),
    ([height, width, channels], config) => {
      const [[top, bottom], [left, right]] = config.padding ?? [
        [1, 1],
        [1, 1],
      ];
      return { output: [height + top + bottom, width + left + right, channels] };
    },
  ),
  Cropping2D: imageRule(
    z.object({ cropping: borders, data_format: channelsLast }),
    ([height, width, channels], { cropping: [[top, bottom], [left, right]] }) => ({
      output: [height - top - bottom, width - left - right, channels],
    }),
  ),
  UpSampling2D: imageRule(
    z.object({
      size: z.tuple([z.int().positive(), z.int().positive()]).nullish(),
      data_format: channelsLast,
      interpolation: z.enum(['nearest', 'bilinear']).nullish(),
    }),
    ([height, width, channels], { size }) => {
      const [rows, columns] = size ?? [2, 2];
      return { output: [height * rows, width * columns, channels] };
    },
  ),
};
