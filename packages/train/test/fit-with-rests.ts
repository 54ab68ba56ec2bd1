import type { TrainEvent, TrainingPosition } from '@sprout/core';
import type { Trainer, TrainerState } from '../src/engine/contract/trainer.ts';
import type { FitOptions } from '../src/loop/fit-options.ts';
import { fit } from '../src/loop/fit.ts';

/** A position at which a training can be continued, and the number of events before it. */
export interface Rest {
  readonly position: TrainingPosition;
  readonly state: TrainerState;
  readonly at: number;
}

/** The events of a training, and all positions at which it can be continued. */
export async function fitWithRests(
  trainer: Trainer,
  options: FitOptions,
): Promise<{ readonly events: readonly TrainEvent[]; readonly rests: readonly Rest[] }> {
  const events: TrainEvent[] = [];
  const rests: Rest[] = [];
  for await (const event of fit(trainer, options)) {
    events.push(event);
    if (!('position' in event)) continue;
    rests.push({ position: event.position, state: await trainer.state(), at: events.length });
  }
  return { events, rests };
}

/** An event without its measurements of time. */
export const timeless = (event: TrainEvent): unknown =>
  JSON.parse(JSON.stringify(event, (key, value: unknown) => (TIMING.has(key) ? 0 : value)));
const TIMING = new Set(['imagesPerSecond', 'dataWait', 'seconds']);
