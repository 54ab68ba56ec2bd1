import type { Mix } from '@sprout/train';
import type { ModelSection } from '@sprout/viz';

/** The settings of a training on mixed images; none of others. */
export function mixSettings(mix: Mix | undefined): ModelSection['settings'] {
  if (mix === undefined) return [];
  const { mixUp, cutMix, probability } = mix;
  const ways = [
    ...(mixUp ? [`MixUp, alpha ${mixUp.alpha}`] : []),
    ...(cutMix ? [`CutMix, alpha ${cutMix.alpha}`] : []),
  ];
  const share = probability < 1 ? `, with probability ${probability} for a batch` : '';
  return [{ name: 'Mixed images', value: `${ways.join(' or ')}${share}` }];
}
