import { elementCount } from '../../tensor/element-count.ts';
import { shapeMismatch, shapeText } from '@sprout/core';

type NumberArray = typeof Uint8Array | typeof Float32Array;

export interface NumbersRule {
  readonly kinds: readonly NumberArray[];
  readonly shape: readonly number[];
}

/** @throws {SproutError} `shape-mismatch` unless `numbers` is of one of the kinds and has as many elements as the shape. */
export function checkNumbers(
  what: string,
  numbers: ArrayLike<number>,
  { kinds, shape }: NumbersRule,
): void {
  const size = elementCount(shape);
  if (kinds.some((kind) => numbers instanceof kind) && numbers.length === size) return;
  throw shapeMismatch(what, {
    expected: `${shapeText(shape)} in a ${kinds.map(({ name }) => name).join(' or a ')}`,
    received: `${numbers.length} in a ${numbers.constructor.name}`,
  });
}
