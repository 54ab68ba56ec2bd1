import { z } from 'zod';
import { jpegRoundTrip } from '../kernels/jpeg-round-trip.ts';
import { defineOp } from '../op-contract/define-op.ts';
import { drawWhole, wholeInterval } from '../op-contract/whole-interval.ts';

export const jpegCompression = defineOp({
  description:
    'Compresses the image as a JPEG with a quality that is drawn uniformly, and decodes it again. The pixels are those of `cv2.imencode` and `cv2.imdecode` (libjpeg-turbo, 4:2:0), bit for bit. `ImageCompression` of albumentations 2.0.8 gives RGB to OpenCV as if it were BGR, so its weights of red and blue are exchanged.',
  schema: z.strictObject({
    op: z.literal('jpeg-compression'),
    quality: wholeInterval(1, 100)
      .default([50, 95])
      .describe('The quality of the JPEG; 100 loses least.'),
  }),
  numbers: z.strictObject({ quality: z.int() }),
  draw: ({ quality }, rng) => ({ quality: drawWhole(rng, quality) }),
  setUp: () => ({ apply: (source, { quality }) => jpegRoundTrip(source, quality) }),
});
