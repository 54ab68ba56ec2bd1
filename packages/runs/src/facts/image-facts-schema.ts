import type { ImageFacts } from '@sprout/core';
import { z } from 'zod';

const colour = z.tuple([z.number(), z.number(), z.number()]).readonly();

/** The schema of the facts about an image in a line of JSON, where the thumbnail is in base 64. */
export const imageFacts = z.object({
  bytes: z.number(),
  format: z.string(),
  height: z.number(),
  width: z.number(),
  orientation: z.number(),
  fileHash: z.string(),
  pixelHash: z.string(),
  differenceHash: z.string(),
  thumbnail: z.codec(
    z.base64(),
    z.custom<Uint8Array>((value) => value instanceof Uint8Array),
    {
      decode: (text) => Uint8Array.from(Buffer.from(text, 'base64')),
      encode: (bytes) => Buffer.from(bytes).toString('base64'),
    },
  ),
  brightness: z.number(),
  contrast: z.number(),
  colour,
  borderColour: colour,
  backgroundColour: colour,
  sharpness: z.number(),
  oddity: z.string().exactOptional(),
}) satisfies z.ZodType<ImageFacts>;
