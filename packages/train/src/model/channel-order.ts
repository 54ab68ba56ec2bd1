import type { ModelInput } from './model-definition.ts';

/**
 * Images with their channels in the order in which the model takes them.
 *
 * @param images `[count, height, width, 3]`, RGB.
 * @returns The same array where the model takes RGB; a fresh one with red and blue exchanged where it takes BGR.
 */
export function inChannelOrder(
  images: Uint8Array,
  { channelOrder }: Pick<ModelInput, 'channelOrder'>,
): Uint8Array {
  if (channelOrder !== 'bgr') return images;
  const swapped = new Uint8Array(images.length);
  for (let at = 0; at < images.length; at += 3) {
    swapped[at] = images[at + 2]!;
    swapped[at + 1] = images[at + 1]!;
    swapped[at + 2] = images[at]!;
  }
  return swapped;
}
