import { SproutError } from '@sprout/core';
import { takesFeatures } from './input-shape.ts';
import type { FeatureInput, ModelInput } from './model-definition.ts';

/**
 * @throws {SproutError} `option-invalid` for features that do not have one axis or three; for images whose normalisation lacks a
 *   finite mean or a finite deviation above 0 for a channel; for BGR images that do not have three channels.
 */
export function checkInput(input: ModelInput | FeatureInput): void {
  if (takesFeatures(input)) checkShape(input);
  else checkImages(input);
}

function checkShape({ shape }: FeatureInput): void {
  const isWhole = shape.every((size) => Number.isSafeInteger(size) && size > 0);
  if (isWhole && (shape.length === 1 || shape.length === 3)) return;
  throw new SproutError('option-invalid', {
    option: 'shape',
    value: JSON.stringify(shape),
    rule: '[channels] or [height, width, channels] of features',
  });
}

function checkImages({ channels, channelOrder = 'rgb', normalisation }: ModelInput): void {
  const { mean, deviation } = normalisation;
  const isComplete = mean.length === channels && deviation.length === channels;
  const isFinite = [...mean, ...deviation].every(Number.isFinite);
  if (!isComplete || !isFinite || !deviation.every((value) => value > 0)) {
    throw new SproutError('option-invalid', {
      option: 'normalisation',
      value: JSON.stringify(normalisation),
      rule: `a mean and a deviation above 0 for each of ${channels} channels`,
    });
  }
  if (channelOrder === 'rgb' || (channelOrder === 'bgr' && channels === 3)) return;
  throw new SproutError('option-invalid', {
    option: 'channelOrder',
    value: `${channelOrder} of ${channels} channels`,
    rule: 'rgb, or bgr of 3 channels',
  });
}
