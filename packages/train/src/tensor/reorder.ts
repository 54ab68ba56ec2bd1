import { elementCount } from './element-count.ts';

/** Transposes an array of a shape: axis `order[n]` becomes axis n. Up to four axes. A fresh array. */
export function reorder(
  data: Float32Array,
  shape: readonly number[],
  order: readonly number[],
): Float32Array {
  const steps = order.map((axis) => elementCount(shape.slice(axis + 1)));
  const sizes = order.map((axis) => shape[axis]!);
  while (sizes.length < 4) {
    sizes.unshift(1);
    steps.unshift(0);
  }
  const [a, b, c, d] = sizes as [number, number, number, number]; // padded to four
  const [stepA, stepB, stepC, stepD] = steps as [number, number, number, number]; // padded to four
  const target = new Float32Array(data.length);
  let at = 0;
  for (let i = 0; i < a * b; i++) {
    const start = Math.floor(i / b) * stepA + (i % b) * stepB;
    for (let j = 0; j < c * d; j++) {
      target[at++] = data[start + Math.floor(j / d) * stepC + (j % d) * stepD]!;
    }
  }
  return target;
}
