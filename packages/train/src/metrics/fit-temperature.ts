/** The probabilities of the classes for one sample, and its true class. */
export interface LabelledProbabilities {
  readonly label: number;
  /** The output of a softmax, one number for each class. Numbers below 1e-30 count as 1e-30. */
  readonly probabilities: ArrayLike<number>;
}

/** The range of temperatures, and the number of halvings of its logarithm: the error is below 1e-11. */
const COLDEST = 0.05;
const HOTTEST = 20;
const HALVINGS = 40;
const FLOOR = 1e-30;

/**
 * The temperature with the smallest mean cross-entropy of some predictions. Logits are divided by the temperature before the softmax, which
 * keeps the order of the classes. A temperature above 1 means that the probabilities of the predicted classes are too large.
 *
 * The cross-entropy is convex in the inverse temperature, so the zero of its derivative is found by bisection.
 *
 * @returns 0.05 to 20; `NaN` without samples.
 * @see Guo et al. 2017, arXiv:1706.04599, section 4.2.
 */
export function fitTemperature(predictions: readonly LabelledProbabilities[]): number {
  if (predictions.length === 0) return NaN;
  const logits = predictions.map(({ probabilities }) => logitsOf(probabilities));
  let [low, high] = [Math.log(COLDEST), Math.log(HOTTEST)];
  for (let halving = 0; halving < HALVINGS; halving++) {
    const middle = (low + high) / 2;
    let slope = 0; // of the cross-entropy, with respect to the inverse temperature
    for (const [at, { label }] of predictions.entries())
      slope += meanLogit(logits[at]!, Math.exp(middle)) - logits[at]![label]!;
    if (slope > 0) low = middle;
    else high = middle;
  }
  return Math.exp((low + high) / 2);
}

/**
 * The softmax of the logits of some probabilities, divided by a temperature.
 *
 * @param probabilities The output of a softmax, one number for each class. Only read.
 * @param temperature Above 0.
 * @returns A fresh array with the sum 1.
 */
export function atTemperature(
  probabilities: ArrayLike<number>,
  temperature: number,
): Float64Array<ArrayBuffer> {
  const scaled = logitsOf(probabilities).map((logit) => logit / temperature);
  const most = scaled.reduce((largest, logit) => Math.max(largest, logit), -Infinity);
  const powers = scaled.map((logit) => Math.exp(logit - most));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

/** Logits whose softmax has these probabilities. */
function logitsOf(probabilities: ArrayLike<number>): Float64Array<ArrayBuffer> {
  return Float64Array.from(probabilities, (p) => Math.log(Math.max(FLOOR, p)));
}

/** The mean of the logits, weighted by their probabilities at a temperature. */
function meanLogit(logits: Float64Array, temperature: number): number {
  let [most, sum, weighted] = [-Infinity, 0, 0];
  for (const logit of logits) most = Math.max(most, logit);
  for (const logit of logits) {
    const power = Math.exp((logit - most) / temperature);
    sum += power;
    weighted += power * logit;
  }
  return weighted / sum;
}
