import { bitsDown, evenly, NONE, type PolicyTable, signed, unsigned } from './magnitudes.ts';

/** The magnitudes of RandAugment and TrivialAugment are numbered from 0 to 30. */
export const BINS = 31;
/** Those of AugMix are numbered from 0 to 9. */
export const MIX_BINS = 10;

/** RandAugment (Cubuk and others, 2019) as torchvision has it. */
export const RAND_AUGMENT: PolicyTable = new Map([
  ['identity', NONE],
  ['shear-x', signed(evenly(0, 0.3, BINS))],
  ['shear-y', signed(evenly(0, 0.3, BINS))],
  ['translate-x-share', signed(shares(150 / 331, BINS))],
  ['translate-y-share', signed(shares(150 / 331, BINS))],
  ['rotate', signed(evenly(0, 30, BINS))],
  ['brightness', signed(evenly(0, 0.9, BINS))],
  ['saturation', signed(evenly(0, 0.9, BINS))],
  ['contrast', signed(evenly(0, 0.9, BINS))],
  ['sharpness', signed(evenly(0, 0.9, BINS))],
  ['posterize', unsigned(bitsDown(8, 4, BINS))],
  ['solarize', unsigned(evenly(255, 0, BINS))],
  ['auto-contrast', NONE],
  ['equalize', NONE],
]);

/** TrivialAugment Wide (Müller and Hutter, 2021) as torchvision has it. */
export const TRIVIAL_AUGMENT: PolicyTable = new Map([
  ['identity', NONE],
  ['shear-x', signed(evenly(0, 0.99, BINS))],
  ['shear-y', signed(evenly(0, 0.99, BINS))],
  ['translate-x', signed(evenly(0, 32, BINS))],
  ['translate-y', signed(evenly(0, 32, BINS))],
  ['rotate', signed(evenly(0, 135, BINS))],
  ['brightness', signed(evenly(0, 0.99, BINS))],
  ['saturation', signed(evenly(0, 0.99, BINS))],
  ['contrast', signed(evenly(0, 0.99, BINS))],
  ['sharpness', signed(evenly(0, 0.99, BINS))],
  ['posterize', unsigned(bitsDown(8, 6, BINS))],
  ['solarize', unsigned(evenly(255, 0, BINS))],
  ['auto-contrast', NONE],
  ['equalize', NONE],
]);

/** AugMix (Hendrycks and others, 2019) as torchvision has it, without its changes of colour. */
export const AUG_MIX: PolicyTable = new Map([
  ['shear-x', signed(evenly(0, 0.3, MIX_BINS))],
  ['shear-y', signed(evenly(0, 0.3, MIX_BINS))],
  ['translate-x-share', signed(shares(1 / 3, MIX_BINS))],
  ['translate-y-share', signed(shares(1 / 3, MIX_BINS))],
  ['rotate', signed(evenly(0, 30, MIX_BINS))],
  ['posterize', unsigned(bitsDown(4, 4, MIX_BINS))],
  ['solarize', unsigned(evenly(255, 0, MIX_BINS))],
  ['auto-contrast', NONE],
  ['equalize', NONE],
]);

/** The changes of colour of AugMix, which the paper leaves out for its test on corrupted images. */
export const AUG_MIX_COLOURS: PolicyTable = new Map([
  ['brightness', signed(evenly(0, 0.9, MIX_BINS))],
  ['saturation', signed(evenly(0, 0.9, MIX_BINS))],
  ['contrast', signed(evenly(0, 0.9, MIX_BINS))],
  ['sharpness', signed(evenly(0, 0.9, MIX_BINS))],
]);

/** Shares of a width or height, evenly spaced from 0. */
function shares(largest: number, bins: number): readonly number[] {
  return Array.from({ length: bins }, (_, bin) => (largest * bin) / (bins - 1));
}
