/**
 * How many samples of each class (row) were predicted as each class (column).
 *
 * @param labels `[count]`, 0 to `classes - 1`, as `predicted`.
 */
export function confusion(labels: Int32Array, predicted: Int32Array, classes: number): number[][] {
  const counts = Array.from({ length: classes }, () => Array.from({ length: classes }, () => 0));
  labels.forEach((label, at) => {
    const row = counts[label]!;
    const column = predicted[at]!;
    row[column] = row[column]! + 1;
  });
  return counts;
}
