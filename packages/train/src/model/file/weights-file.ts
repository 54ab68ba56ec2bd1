import type { NamedTensor } from '../../tensor/named-tensor.ts';
import { elementCount } from '../../tensor/element-count.ts';

/** The bytes of `weights.bin`: all weights one after the other, as 32-bit little-endian floats. */
export function encodeWeights(weights: readonly NamedTensor[]): Uint8Array {
  const bytes = new Uint8Array(weights.reduce((sum, { data }) => sum + data.byteLength, 0));
  let at = 0;
  for (const { data } of weights) {
    bytes.set(new Uint8Array(data.buffer, data.byteOffset, data.byteLength), at);
    at += data.byteLength;
  }
  return bytes;
}

/**
 * Reads the weights that a manifest declares from the bytes of `weights.bin`. Sizes are checked before anything is allocated.
 *
 * @returns Fresh arrays; or a description of what is wrong with the bytes or the manifest.
 */
export function decodeWeights(
  bytes: Uint8Array,
  manifest: readonly Pick<NamedTensor, 'name' | 'shape'>[],
): NamedTensor[] | string {
  const sizes = manifest.map(({ shape }) => 4 * elementCount(shape));
  const declared = sizes.reduce((sum, size) => sum + size, 0);
  if (declared !== bytes.length)
    return `it has ${bytes.length} bytes where ${declared} are declared`;
  const names = new Set(manifest.map(({ name }) => name));
  if (names.size !== manifest.length) return 'a weight is declared twice';
  let at = 0;
  const weights = manifest.map(({ name, shape }, index) => {
    const own = new Uint8Array(bytes.subarray(at, at + sizes[index]!)); // a Buffer's slice would share its pool
    const data = new Float32Array(own.buffer);
    at += sizes[index]!;
    return { name, shape, data };
  });
  return weightsFault(weights) ?? weights;
}

/** Names the first weight with numbers that are not finite; `undefined` if there is none. */
export function weightsFault(weights: readonly NamedTensor[]): string | undefined {
  const broken = weights.find(({ data }) => !data.every(Number.isFinite));
  return broken && `${broken.name} holds numbers that are not finite`;
}
