import type { ModelInput } from '../../model/model-definition.ts';

/** Fills `target` with the numbers of so many images. */
export type ImageNormaliser = (images: Uint8Array, target: Float32Array) => void;

/**
 * Makes the numbers a graph is fed out of bytes, `[count, height, width, channels]`, RGB: normalised, and either in the same
 * order (`interleaved`) or as `[count, channels, height, width]`.
 */
export function createNormaliser(
  { height, width, channels, normalisation }: ModelInput,
  { interleaved }: { readonly interleaved: boolean },
): ImageNormaliser {
  const { mean, deviation } = normalisation;
  const tables = Array.from({ length: channels }, (_, channel) =>
    Float32Array.from({ length: 256 }, (__, byte) => (byte - mean[channel]!) / deviation[channel]!),
  );
  const pixels = height * width;
  return (images, target) => {
    for (const [channel, table] of tables.entries()) {
      if (interleaved) interleave(table, channel);
      else separate(table, channel);
    }

    function interleave(table: Float32Array, channel: number): void {
      for (let at = channel; at < images.length; at += channels) target[at] = table[images[at]!]!;
    }

    function separate(table: Float32Array, channel: number): void {
      const count = images.length / (pixels * channels);
      for (let image = 0; image < count; image++) {
        let from = image * pixels * channels + channel;
        const end = (image * channels + channel + 1) * pixels;
        for (let to = end - pixels; to < end; to++, from += channels)
          target[to] = table[images[from]!]!;
      }
    }
  };
}
