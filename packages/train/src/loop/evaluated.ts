import type { EvaluateEvent, Evaluation } from './evaluate.ts';

/**
 * What an evaluation comes to, for those who only want the end.
 *
 * @param onPrediction Called after each sample.
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
