import { z } from 'zod';
import { imageSize } from '../../graph/emit/window.ts';
import { cut, pad } from '../../graph/emit/rearrange.ts';
import { layerConfig } from '../parts/layer-config.ts';
import type { Emitted, OperationContext } from '../contract/operation.ts';

const sides = z.tuple([z.number(), z.number()]);
const paddingSchema = z.object({
  padding: z
    .union([
      z.number().transform(
        (size) =>
          [
            [size, size],
            [size, size],
          ] as const,
      ),
      z.tuple([z.number(), z.number()]).transform(
        ([y, x]) =>
          [
            [y, y],
            [x, x],
          ] as const,
      ),
      z.tuple([sides, sides]),
    ])
    .default([
      [1, 1],
      [1, 1],
    ]),
});

/** Zeros around the image. */
export function zeroPadding2d({ graph, layer, inputs }: OperationContext): Emitted {
  const image = inputs[0]!; // one input
  const [[top, bottom], [left, right]] = layerConfig(layer, paddingSchema).padding;
  const output = pad(graph, image, { top, left, bottom, right });
  return {
    output,
    backward: (gradient) => {
      const window = { start: [top, left], count: imageSize(image), stride: [1, 1] } as const;
      return [cut(graph, gradient, window)];
    },
  };
}
