import { chunksOf, type ErrorData, type ImageFacts, mapOrdered, type Sample } from '@sprout/core';
import type { PoolResources } from './pool-resources.ts';
import { runTasks } from './run-tasks.ts';
import { createControl, type ExamineTask, type Outcome } from './task.ts';

/** Enough for the overhead of a task not to count. */
const TASK_SIZE = 8;

/** What was measured of a sample's image, or why it cannot be read. */
export type ExaminedSample =
  | { readonly sample: Sample; readonly facts: ImageFacts }
  | { readonly sample: Sample; readonly error: ErrorData };

export interface ExamineSamplesOptions {
  readonly signal: AbortSignal | undefined;
  /** Keeps the pool open while the work goes on. */
  readonly during: <T>(work: () => Promise<T>) => Promise<T>;
}

/** Examines samples in their order, as many tasks ahead as keep every worker busy. */
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
