/** The probabilities of 0 to `most` events of a Poisson distribution; the last one counts all that are more. */
export function poisson(mean: number, most: number): Float64Array {
  const probabilities = new Float64Array(most + 1);
  let probability = Math.exp(-mean);
  let rest = 1;
  for (let count = 0; count < most; count++) {
    probabilities[count] = probability;
    rest -= probability;
    probability *= mean / (count + 1);
  }
  probabilities[most] = Math.max(0, rest);
  return probabilities;
}
