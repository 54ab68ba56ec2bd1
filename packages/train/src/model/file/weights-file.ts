import type { NamedTensor } from '../../tensor/named-tensor.ts';

/** All weights one after the other as little-endian floats: the bytes of `weights.bin`. */
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
 * The weights that a manifest declares, from the bytes of `weights.bin`; or a text that says what is wrong with them. Sizes are
 * checked before anything is allocated.
 */
export function decodeWeights(
  bytes: Uint8Array,
  manifest: readonly Pick<NamedTensor, 'name' | 'shape'>[],
): NamedTensor[] | string {
  const sizes = manifest.map(({ shape }) => shape.reduce((size, side) => size * side, 4));
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

/** What is wrong with the numbers of weights, or `undefined`. */
export function weightsFault(weights: readonly NamedTensor[]): string | undefined {
  const broken = weights.find(({ data }) => !data.every(Number.isFinite));
  return broken && `${broken.name} holds numbers that are not finite`;
}
