import { shapeMismatch, shapeText, SproutError } from '@sprout/core';
import type { NamedTensor } from '../tensor/named-tensor.ts';
import { elementCount } from '../tensor/element-count.ts';

/** The name and the shape of a tensor. */
export type ExpectedTensor = Pick<NamedTensor, 'name' | 'shape'>;

export interface ExpectedTensors {
  readonly required: readonly ExpectedTensor[];
  /** Tensors that may be missing: the slots of an optimiser. */
  readonly optional?: readonly ExpectedTensor[];
}

/**
 * Checks weights, or a whole state, against the names and shapes that are expected.
 *
 * @throws {SproutError} `weight-missing`, `shape-mismatch` or `weight-unknown` for the first tensor that does not fit.
 */
export function checkWeights(
  given: readonly NamedTensor[],
  { required, optional = [] }: ExpectedTensors,
): void {
  const byName = new Map(given.map((tensor) => [tensor.name, tensor]));
  for (const { name, shape } of required) {
    if (!byName.has(name)) {
      throw new SproutError('weight-missing', { weight: name, shape: shapeText(shape) });
    }
  }
  for (const { name, shape } of [...required, ...optional]) {
    const tensor = byName.get(name);
    if (tensor !== undefined) checkShape(tensor, shape);
    byName.delete(name);
  }
  const [unexpected] = byName.values();
  if (unexpected === undefined) return;
  const { name, shape } = unexpected;
  throw new SproutError('weight-unknown', { weight: name, shape: shapeText(shape) });
}

/** @throws {SproutError} `shape-mismatch` */
function checkShape({ name, shape, data }: NamedTensor, expected: readonly number[]): void {
  const what = `The weight ${name}`;
  if (shapeText(shape) !== shapeText(expected)) {
    throw shapeMismatch(what, { expected, received: shape });
  }
  const length = elementCount(expected);
  if (data.length !== length) throw shapeMismatch(what, { expected, received: [data.length] });
}
