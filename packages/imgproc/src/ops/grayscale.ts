import { z } from 'zod';
import { toGrayscale } from '../kernels/to-grayscale.ts';
import { defineOp } from '../op-contract/define-op.ts';

export const grayscale = defineOp({
  description:
    "Removes the colours: all channels get the luminance of ITU-R 601. As Pillow's `convert('L')` and `Grayscale` of torchvision, bit for bit. Some values differ by 1 from those of OpenCV, whose weights have fewer bits.",
  schema: z.strictObject({ op: z.literal('grayscale') }),
  setUp: () => ({ apply: (source) => toGrayscale(source) }),
});
