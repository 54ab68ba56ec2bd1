import { elementCount } from '../src/tensor/element-count.ts';
import type { NamedTensor } from '../src/tensor/named-tensor.ts';
import type { ExpectedTensor } from '../src/weights/check-weights.ts';

/** Scale and offset by role; the formulas are those of `scripts/fixtures/released_models.py`. */
const SCALES: Readonly<Record<string, readonly [scale: number, offset: number]>> = {
  bias: [0.1, 0],
  gamma: [0.5, 1],
  beta: [0.2, 0],
  moving_mean: [0.2, 0],
  moving_variance: [0.5, 1],
};

/** A weight whose numbers follow a formula, so that another program can compute them. */
export function formulaWeight({ name, shape }: ExpectedTensor): NamedTensor {
  const role = name.slice(name.lastIndexOf('/') + 1);
  const inputs = elementCount(role === 'depthwise_kernel' ? shape.slice(0, 2) : shape.slice(0, -1));
  const [scale, offset] = SCALES[role] ?? [Math.sqrt(6 / inputs), 0];
  const seed = fnv1a(name);
  const data = new Float32Array(elementCount(shape));
  for (let at = 0; at < data.length; at++) data[at] = mix(at + seed) * scale + offset;
  return { name, shape, data };
}

/** Images whose byte n is the top byte of n * 2654435761. */
export function formulaImages(length: number): Uint8Array {
  return Uint8Array.from({ length }, (_, at) => Math.imul(at, 0x9e3779b1) >>> 24);
}

/** Features without negative numbers; the formula is that of `scripts/fixtures/fine_tuning.py`. */
export function formulaFeatures(length: number): Float32Array {
  return Float32Array.from({ length }, (_, at) => Math.max(0, mix(at + 7)) * 10);
}

/** -1 to 1. */
function mix(number: number): number {
  let value = Math.imul(number, 0x9e3779b1);
  value ^= value >>> 16;
  value = Math.imul(value, 0x85ebca6b);
  value ^= value >>> 13;
  return (value >>> 0) / 2 ** 31 - 1;
}

function fnv1a(text: string): number {
  let value = 2166136261;
  for (const byte of new TextEncoder().encode(text)) value = Math.imul(value ^ byte, 16777619);
  return value >>> 0;
}
