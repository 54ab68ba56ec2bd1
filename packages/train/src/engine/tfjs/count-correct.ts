/** The number of rows of logits, `[count, classes]`, whose argmax is that of the targets. */
export function countCorrect(
  logits: ArrayLike<number>,
  targets: ArrayLike<number>,
  count: number,
): number {
  const classes = logits.length / count;
  let correct = 0;
  for (let row = 0; row < count; row++) {
    if (largest(logits, row * classes, classes) === largest(targets, row * classes, classes))
      correct += 1;
  }
  return correct;
}

function largest(values: ArrayLike<number>, start: number, length: number): number {
  let best = 0;
  for (let at = 1; at < length; at++) {
    if (values[start + at]! > values[start + best]!) best = at;
  }
  return best;
}
