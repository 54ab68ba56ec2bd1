/** Added to the square of the length of a Gram matrix, so that an output of zeros has the similarity 0. */
export const GRAM_EPSILON = 1e-10;
