import { SproutError } from '@sprout/core';
import type { ModelInput } from './model-definition.ts';

/**
 * @throws {SproutError} `option-invalid` unless the normalisation has a finite mean and a finite deviation above 0 for each
 * channel, and BGR images have three channels.
 */
export function checkInput({ channels, channelOrder = 'rgb', normalisation }: ModelInput): void {
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
