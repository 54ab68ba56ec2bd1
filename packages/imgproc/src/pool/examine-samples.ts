import { chunksOf, type ErrorData, type ImageFacts, mapOrdered, type Sample } from '@sprout/core';
import { createControl, type ExamineTask, type Outcome } from '../task/task.ts';
import type { PoolResources } from './pool-resources.ts';
import { runTasks } from './run-tasks.ts';

/** How many images a task has: enough for its overhead not to matter. */
const TASK_SIZE = 8;

/** The facts of a sample's image, or the reason why it cannot be read. */
export type ExaminedSample =
  | { readonly sample: Sample; readonly facts: ImageFacts }
  | { readonly sample: Sample; readonly error: ErrorData };

export interface ExamineSamplesOptions {
  readonly signal: AbortSignal | undefined;
  /** Runs work while the pool stays open. */
  readonly during: <T>(work: () => Promise<T>) => Promise<T>;
}

/** Examines samples in their order, with enough tasks ahead to keep every worker busy. */
export async function* examineSamples(
  { runner, workers }: PoolResources,
  samples: Iterable<Sample>,
  { signal, during }: ExamineSamplesOptions,
): AsyncGenerator<ExaminedSample, void, undefined> {
  const map = (some: readonly Sample[]): Promise<ExaminedSample[]> =>
    during(async () => {
      const images = some.map(({ id, path }, position) => ({ id, path, position }));
      const task: ExamineTask = { kind: 'examine', images, control: createControl() };
      const outcomes = await runTasks(runner, [task], { signal });
      return outcomes.map((outcome, at) => resultOf(some[at]!, outcome));
    });
  const options = { limit: 2 * workers, signal };
  for await (const results of mapOrdered(chunksOf(samples, TASK_SIZE), options, { map }))
    yield* results;
}

function resultOf(sample: Sample, outcome: Outcome): ExaminedSample {
  if (outcome.kind === 'examined') return { sample, facts: outcome.facts };
  if (outcome.kind === 'bad') return { sample, error: outcome.error };
  throw new Error(`an examined image came back as "${outcome.kind}"`);
}
