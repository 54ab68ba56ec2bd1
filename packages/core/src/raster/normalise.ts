/** What turns a byte into the number a model sees: `(value - mean[channel]) / deviation[channel]`, in the range 0 to 255. */
export interface Normalisation {
  readonly mean: readonly number[];
  readonly deviation: readonly number[];
}

/**
 * Writes normalised pixels as 32-bit floats.
 *
 * @param pixels `[..., channels]`, channels interleaved, 0 to 255. Only read.
 * @param target As many numbers as `pixels`. The caller's.
 */
export function normalise(
  pixels: Uint8Array,
  target: Float32Array,
  { mean, deviation }: Normalisation,
): void {
  const channels = mean.length;
  const tables = mean.map((value, channel) =>
    Float32Array.from({ length: 256 }, (_, byte) => (byte - value) / deviation[channel]!),
  );
  for (let channel = 0; channel < channels; channel++) {
    const table = tables[channel]!;
    for (let at = channel; at < pixels.length; at += channels) target[at] = table[pixels[at]!]!;
  }
}
