import { countOf } from '@sprout/core';
import type { ModelSection } from '@sprout/viz';
import type { ResolvedStage } from '../config/resolve-stages.ts';
import { trainedText } from './transfer-settings.ts';

/** A setting for each stage of a training; none without stages. */
export function stageSettings(
  stages: readonly ResolvedStage[] | undefined = [],
): ModelSection['settings'] {
  return stages.map((stage, at) => ({ name: `Stage ${at + 1}`, value: stageText(stage) }));
}

function stageText({
  trainable,
  epochs,
  learningRate,
  schedule,
  rates,
  batchNorm,
}: ResolvedStage): string {
  const { name, ...shape } = schedule;
  const shapes = Object.entries(shape).map(([field, value]) => `${field} ${String(value)}`);
  return [
    `${trainedText(trainable)}; ${countOf(epochs, 'epoch')}`,
    `learning rate ${learningRate}, ${[name, ...shapes].join(', ')}`,
    ...(rates === undefined ? [] : [ratesText(rates)]),
    ...(batchNorm === 'frozen' ? ['batch normalisation of the base frozen'] : []),
  ].join('; ');
}

function ratesText(rates: NonNullable<ResolvedStage['rates']>): string {
  if ('decay' in rates) return `rates decay by ${rates.decay} for each group of layers`;
  return rates.map(({ from, factor }) => `${factor} times the rate from ${from}`).join(', ');
}
