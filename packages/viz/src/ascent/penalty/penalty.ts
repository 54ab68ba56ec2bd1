/** A penalty of the pixels divided by 255, which is taken off the objective. Each is a mean over all numbers of an image, times `weight`. */
export type Penalty =
  /** The square of the distance from grey. */
  | { readonly kind: 'l2'; readonly weight: number }
  /** The total variation: the distance between neighbours, downwards and to the right. */
  | { readonly kind: 'tv'; readonly weight: number }
  /** Half the square of the distance from the blurred image (a binomial of 3 x 3 pixels): its steps blur the image, as in lucid. */
  | { readonly kind: 'blur'; readonly weight: number };
