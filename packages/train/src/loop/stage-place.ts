import type { EpochMetrics } from '@sprout/core';
import { stopsEarly } from './stops-early.ts';
import type { EarlyStopping } from '../schedule/early-stopping.ts';

/** Where a training stands in its stages. */
export interface StagePlace {
  /** The index of the stage. */
  readonly number: number;
  /** The number of epochs that were finished when the stage began. */
  readonly start: number;
  /** The number of epochs of the stage. The last stage has all that are left, also those of a stage that has stopped early. */
  readonly epochs: number;
}

export interface StagePlaceOptions {
  readonly stages: readonly { readonly epochs: number }[];
  /** The number of epochs of all stages. */
  readonly epochs: number;
  readonly earlyStopping?: EarlyStopping | undefined;
}

/**
 * The stage of the next epoch. Early stopping ends a stage that is not the last one.
 *
 * @param history The finished epochs, oldest first.
 */
export function stagePlace(
  history: readonly Pick<EpochMetrics, 'stage' | EarlyStopping['monitor']>[],
  { stages, epochs, earlyStopping }: StagePlaceOptions,
): StagePlace {
  const last = stages.length - 1;
  const placeAt = (number: number, start: number): StagePlace => {
    return { number, start, epochs: number === last ? epochs - start : stages[number]!.epochs };
  };
  const stageOf = ({ stage = 1 }: Pick<EpochMetrics, 'stage'>): number => stage - 1;
  const number = stageOf(history.at(-1) ?? {});
  const start = history.filter((epoch) => stageOf(epoch) < number).length;
  const place = placeAt(number, start);
  const hasEnded =
    history.length - start >= place.epochs || stopsEarly(history, { start, earlyStopping });
  return number < last && hasEnded ? placeAt(number + 1, history.length) : place;
}
