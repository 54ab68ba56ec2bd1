/** The number of rows of `[count, classes]` whose argmax is the same for logits and targets. */
export function countCorrect(
  logits: ArrayLike<number>,
  targets: ArrayLike<number>,
  count: number,
): number {
  const classes = logits.length / count;
  let correct = 0;
  for (let row = 0; row < count; row++) {
    if (argmax(logits, row * classes, classes) === argmax(targets, row * classes, classes))
      correct += 1;
  }
  return correct;
}

function argmax(values: ArrayLike<number>, start: number, length: number): number {
  let best = 0;
  for (let at = 1; at < length; at++) {
    if (values[start + at]! > values[start + best]!) best = at;
  }
  return best;
}
