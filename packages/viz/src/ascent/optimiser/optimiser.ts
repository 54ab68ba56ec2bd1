/** How a gradient changes the numbers of the images. */
export type AscentOptimiser =
  /** Steps along the gradient, as the book makes them. */
  | {
      readonly kind: 'plain';
      readonly rate: number;
      /** By what the gradient of each image is divided: the root of the mean of its squares (default), its length, or nothing. */
      readonly normalise?: 'rms' | 'length' | 'none' | undefined;
    }
  /** Adam (Kingma and Ba 2015), with the averages 0.9 and 0.999, as lucid uses it. */
  | { readonly kind: 'adam'; readonly rate: number };

/** Changes numbers in place, in the direction of a gradient of the same length. It keeps averages of the gradients. */
export type AscentStepper = (numbers: Float32Array, gradient: Float32Array) => void;
