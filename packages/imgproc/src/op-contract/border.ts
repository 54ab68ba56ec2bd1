import { z } from 'zod';

/** How an image continues beyond its edges: see the type `Border`. */
export const border = z
  .enum(['nearest', 'reflect', 'wrap', 'constant'])
  .describe(
    'How the image continues beyond its edges: `nearest` repeats the edge pixels, `reflect` mirrors the image, `wrap` repeats it, `constant` is black.',
  );
