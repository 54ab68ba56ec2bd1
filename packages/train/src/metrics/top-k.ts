/**
 * The share of samples whose true class is among the `k` most probable ones; `NaN` without samples. Among equally
 * probable classes the lower one comes first. A label without a class, or with the probability NaN, never counts as a hit.
 *
 * @param labels `[count]`.
 * @param probabilities `[count, classes]`.
 */
export function topK(labels: Int32Array, probabilities: Float32Array, k: number): number {
  const classes = probabilities.length / labels.length;
  let hits = 0;
  labels.forEach((label, row) => {
    const sample = probabilities.subarray(row * classes, (row + 1) * classes);
    const own = sample[label];
    if (own === undefined || Number.isNaN(own)) return;
    const before = sample.reduce(
      (sum, other, index) => sum + (other > own || (other === own && index < label) ? 1 : 0),
      0,
    );
    if (before < k) hits += 1;
  });
  return hits / labels.length;
}
