/** A random change of the image before each step. Pictures that survive it look more natural. All images of a step get the same change. */
export type Transform =
  /** What is outside of the image gets this grey, 127.5 by default; without it, the nearest pixel. It has no numbers to draw. */
  | { readonly kind: 'pad'; readonly value?: number | undefined }
  /** Moves the image by whole pixels, up to half of `pixels` in each direction. */
  | { readonly kind: 'jitter'; readonly pixels: number }
  /** Enlarges the image by one of the factors. */
  | { readonly kind: 'scale'; readonly factors: readonly number[] }
  /** Turns the image by one of the angles. */
  | { readonly kind: 'rotate'; readonly degrees: readonly number[] };
