import type { EvaluateEvent, Evaluation } from './evaluate.ts';

/**
 * Runs an evaluation to its end and returns the result.
 *
 * @param onPrediction Called after each sample, with the number of samples done.
 */
export async function evaluated(
  events: AsyncIterable<EvaluateEvent>,
  onPrediction?: (done: number) => void,
): Promise<Evaluation> {
  for await (const event of events) {
    if (event.type === 'evaluation') return event.evaluation;
    onPrediction?.(event.done);
  }
  throw new Error('an evaluation ended without its last event');
}
