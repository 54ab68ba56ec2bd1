import type { Schedule } from '@sprout/train';

/** The largest share of the epochs for the warm-up: a short training is not all warm-up. */
const MOST = 0.25;

/** A schedule for a number of epochs, whose warm-up has at most a quarter of them. */
export function shortWarmUp(schedule: Schedule, epochs: number): Schedule {
  return { ...schedule, warmUpEpochs: Math.min(schedule.warmUpEpochs, MOST * epochs) };
}
