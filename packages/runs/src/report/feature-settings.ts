import type { ModelSection } from '@sprout/viz';
import { basename } from 'node:path';
import type { ResolvedTraining } from '../config/resolve-training.ts';

/** The setting of a head that is trained on features; none of other models. */
export function featureSettings({
  data: { features = 'none' },
}: Pick<ResolvedTraining, 'data'>): ModelSection['settings'] {
  if (features === 'none') return [];
  const value = features === 'auto' ? 'computed once' : `of the store ${basename(features)}`;
  return [{ name: 'Features of the base', value }];
}
