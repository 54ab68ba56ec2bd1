import type { Schedule } from '@sprout/train';

/** The largest share of the epochs for the warm-up, so that a short training is not spent on it. */
const MOST = 0.25;

/** A schedule whose warm-up has at most a quarter of a number of epochs. */
export function shortWarmUp(schedule: Schedule, epochs: number): Schedule {
  return { ...schedule, warmUpEpochs: Math.min(schedule.warmUpEpochs, MOST * epochs) };
}
