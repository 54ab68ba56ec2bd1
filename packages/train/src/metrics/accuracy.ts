/** The share of samples whose predicted class is their label; `NaN` without samples. */
export function accuracy(labels: Int32Array, predicted: Int32Array): number {
  const correct = labels.reduce((sum, label, at) => sum + (label === predicted[at] ? 1 : 0), 0);
  return correct / labels.length;
}
