import {
  type EpochMetrics,
  SproutError,
  type TrainEvent,
  type TrainingPosition,
} from '@sprout/core';
import type { Trainer } from '../engine/contract/trainer.ts';
import { stagePlace } from './stage-place.ts';
import { stopsEarly } from './stops-early.ts';
import { learningRateAt } from '../schedule/schedule.ts';
import type { FitOptions } from './fit-options.ts';
import { type FitPlan, fitPlan } from './fit-plan.ts';
import { checkFinite, fitStep, type PlannedEpoch } from './fit-step.ts';
import { evaluate, type Evaluation } from './evaluate.ts';
import { evaluateTags } from './evaluate-tags.ts';
import { evaluated } from './evaluated.ts';
import { isBest } from './is-best.ts';
import { type Stopwatch, stopwatch } from './stopwatch.ts';

const START: TrainingPosition = {
  epoch: 0,
  done: 0,
  sums: { loss: 0, correct: 0, count: 0 },
  history: [],
};

/**
 * Trains a model. Yields one event for each step and one for each epoch. The trainer is idle between two events, so that the
 * consumer can save its state, or stop. The same position and state are always followed by the same steps.
 *
 * @throws {SproutError} `training-diverged` when a loss, of a step or of the validation, is not a finite number;
 * `option-invalid` for options out of range, labels outside the classes, or an epoch that does not have `stepsPerEpoch` steps.
 */
export async function* fit(
  trainer: Trainer,
  options: FitOptions,
): AsyncGenerator<TrainEvent, void, undefined> {
  const plan = fitPlan(options);
  let position = plan.from ?? START;
  while (position.epoch < plan.epochs) {
    const place = stagePlace(position.history, plan);
    if (stopsEarly(position.history, { ...plan, ...place })) {
      yield { type: 'stop', reason: 'early-stopping' };
      return;
    }
    const begins = position.epoch === place.start && position.done === 0;
    if (plan.isStaged && begins) yield { type: 'stage', stage: place.number + 1 };
    position = yield* fitEpoch(trainer, position, { plan, place });
  }
  yield { type: 'stop', reason: 'completed' };
}

interface Epoch extends PlannedEpoch {
  readonly watch: Stopwatch;
}

async function* fitEpoch(
  trainer: Trainer,
  start: TrainingPosition,
  planned: PlannedEpoch,
): AsyncGenerator<TrainEvent, TrainingPosition, undefined> {
  const epoch = { ...planned, watch: stopwatch() };
  const end = yield* fitSteps(trainer, start, epoch);
  const metrics = await epochMetrics(trainer, end, epoch);
  const best = isBest(metrics, end.history);
  const position = { ...START, epoch: end.epoch + 1, history: [...end.history, metrics] };
  yield { type: 'epoch', position, metrics, best };
  return position;
}

/** Trains the steps of an epoch that are not done yet. */
async function* fitSteps(
  trainer: Trainer,
  start: TrainingPosition,
  { plan, place, watch }: Epoch,
): AsyncGenerator<TrainEvent, TrainingPosition, undefined> {
  const { stepsPerEpoch: steps } = plan;
  let position = start;
  const unfinished = position.done < steps ? plan.training(position.epoch, position.done) : [];
  for await (const batch of watch.waiting(unfinished)) {
    const learningRate = rateAt(position, { plan, place });
    position = await fitStep(trainer, { batch, position, learningRate, plan, place });
    watch.count(batch.count);
    const figures = { ...meansOf(position), ...watch.figures() };
    yield { type: 'step', position, steps, learningRate, ...figures };
  }
  if (position.done === steps) return position;
  const rule = `a stream of ${steps} batches an epoch, as stepsPerEpoch says`;
  throw new SproutError('option-invalid', { option: 'training', value: `${position.done}`, rule });
}

/** Validates, after the last step of an epoch. */
async function epochMetrics(
  trainer: Trainer,
  position: TrainingPosition,
  { plan, place, watch }: Epoch,
): Promise<EpochMetrics> {
  const { imagesPerSecond, dataWait } = watch.figures();
  const evaluation = await validated(trainer, plan);
  const { loss: validationLoss, accuracy: validationAccuracy } = evaluation;
  if (evaluation.samples > 0) checkFinite(validationLoss, position);
  const { seconds } = watch.figures();
  return {
    epoch: position.epoch + 1,
    step: (position.epoch + 1) * plan.stepsPerEpoch,
    ...meansOf(position),
    validationLoss,
    validationAccuracy,
    learningRate: rateAt({ ...position, done: position.done - 1 }, { plan, place }), // the last step's
    imagesPerSecond,
    dataWait,
    seconds,
    ...(plan.isStaged && { stage: place.number + 1 }),
  };
}

/** The loss and the accuracy on the validation samples. */
async function validated(
  trainer: Trainer,
  { validation, tags }: FitPlan,
): Promise<Pick<Evaluation, 'samples' | 'loss' | 'accuracy'>> {
  return tags === undefined
    ? evaluated(evaluate(trainer, validation()))
    : evaluateTags(trainer, validation(), { tags });
}

function rateAt(
  { epoch, done, history }: TrainingPosition,
  { plan: { stages, stepsPerEpoch }, place: { number, start, epochs } }: PlannedEpoch,
): number {
  const { schedule, learningRate: base } = stages[number]!; // of the plan
  return learningRateAt(schedule, {
    base,
    step: (epoch - start) * stepsPerEpoch + done,
    stepsPerEpoch,
    epochs,
    history: history.slice(start),
  });
}

/** The means over the epoch so far. */
function meansOf({ sums: { loss, correct, count } }: TrainingPosition): {
  loss: number;
  accuracy: number;
} {
  return { loss: loss / count, accuracy: correct / count };
}
