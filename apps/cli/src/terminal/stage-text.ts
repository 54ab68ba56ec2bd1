import { countOf } from '@sprout/core';
import type { PlannedStage, RunEvent } from '@sprout/runs';

/** The stages of a training in one line. */
export function plannedStagesText(stages: readonly PlannedStage[]): string {
  const texts = stages.map(
    ({ trainable, epochs, learningRate }) =>
      `${layersText(trainable)} for ${countOf(epochs, 'epoch')} at ${learningRate}`,
  );
  return `stages: ${texts.join(', then ')}`;
}

/** The note at the beginning of a stage. */
export function stageStartedText({
  number,
  stages,
  first,
  last,
  trainable,
  learningRate,
}: Extract<RunEvent, { type: 'stage-started' }>): string {
  const epochs = first === last ? `epoch ${first}` : `epochs ${first} to ${last}`;
  return `stage ${number} of ${stages}, ${epochs}: trains ${layersText(trainable)} at ${learningRate}`;
}

function layersText(trainable: string): string {
  if (trainable === 'head') return 'the head';
  return trainable === 'all' ? 'all layers' : trainable.replace(/^from:/, 'the layers from ');
}
