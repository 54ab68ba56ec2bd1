/**
 * The exact test of McNemar 1947: the probability of a difference at least as large between two models that are equally good.
 *
 * @param onlyFirst The number of images on which only the first model is right.
 * @param onlySecond The number of images on which only the second model is right.
 * @returns 0 to 1, two-sided; 1 if the models are right on the same images.
 */
export function mcnemar(onlyFirst: number, onlySecond: number): number {
  const count = onlyFirst + onlySecond;
  let logTerm = -count * Math.LN2; // of the binomial distribution with probability 1/2
  let tail = 0;
  for (let at = 0; at <= Math.min(onlyFirst, onlySecond); at++) {
    tail += Math.exp(logTerm);
    logTerm += Math.log((count - at) / (at + 1));
  }
  return Math.min(1, 2 * tail);
}
