/**
 * How a byte becomes an input of the model: `(byte - mean[channel]) / deviation[channel]`. Both are in units of bytes,
 * 0 to 255.
 */
export interface Normalisation {
  readonly mean: readonly number[];
  readonly deviation: readonly number[];
}

/**
 * Normalises pixels into 32-bit floats.
 *
 * @param pixels `[..., channels]`, channels interleaved, 0 to 255. Not changed.
 * @param target Receives one number for each byte of `pixels`. Owned by the caller.
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
