import { countOf } from '@sprout/core';
import type { RunEvent } from '@sprout/runs';
import { plannedStagesText } from './stage-text.ts';

type Plan = Extract<RunEvent, { readonly type: 'training-planned' }>;

/** The plan of a training in a few lines. */
export function planText({
  recipe,
  augment,
  mix,
  model,
  engine,
  engineNote,
  epochs,
  batchSize,
  optimiser,
  learningRate,
  stages,
}: Plan): string {
  const names = (ops: readonly string[]): string => ops.join(', ') || 'none';
  return [
    `recipe: ${names(recipe)}; augmentation: ${names(augment)}${mix.length === 0 ? '' : `; images mixed by ${mix.join(' or ')}`}`,
    `${model} on ${engine}: ${countOf(epochs, 'epoch')}, batches of ${batchSize}, ${optimiser}${stages === undefined ? ` at ${learningRate}` : ''}`,
    ...(stages === undefined ? [] : [plannedStagesText(stages)]),
    ...(engineNote === undefined ? [] : [engineNote]),
  ].join('\n');
}
