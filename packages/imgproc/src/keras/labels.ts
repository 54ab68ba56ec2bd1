import type { FileBatch } from './flow-from-files.ts';

interface LabelOptions {
  readonly mode: 'categorical' | 'binary' | 'sparse' | 'input' | null;
  /** The label of each file, or its labels. */
  readonly labels: readonly (number | readonly number[])[];
  readonly classes: number;
}

/**
 * The labels of a batch: `[images]` for `binary` and `sparse`, `[images, classes]` for `categorical`, a copy of the images for
 * `input`.
 */
export function labelsOf(
  { x, indices }: FileBatch,
  { mode, labels, classes }: LabelOptions,
): Float32Array | null {
  if (mode === null) return null;
  if (mode === 'input') return x.data.slice();
  const each = Array.from(indices, (index) => [labels[index]!].flat()); // indices of files
  if (mode !== 'categorical') return Float32Array.from(each, ([label]) => label!); // one label each
  const hot = new Float32Array(each.length * classes);
  each.forEach((own, row) => own.forEach((label) => (hot[row * classes + label] = 1)));
  return hot;
}
