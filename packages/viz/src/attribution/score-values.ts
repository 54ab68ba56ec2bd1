import type { ExplainedModel } from './attribution-target.ts';
import { imageChunks } from './image-chunks.ts';
import { scoreObjective } from './score-objective.ts';

export interface ScoreValuesOptions {
  readonly count: number;
  /** The index of the class. */
  readonly label: number;
  /** Makes one of the images, `[height, width, channels]`; called once for each. */
  readonly imageOf: (at: number) => Float32Array;
  readonly signal?: AbortSignal | undefined;
}

/**
 * The score of one class for many changed images, `[count]`. The gradient that is asked for ends at the scores themselves, so the
 * pass through the network is a forward pass.
 *
 * @throws {SproutError} As `GradientSource.gradient`; the signal's reason once it is aborted.
 */
export async function scoreValues(
  { source, scores }: ExplainedModel,
  { count, label, imageOf, signal }: ScoreValuesOptions,
): Promise<Float32Array> {
  const size = source.imageShape.reduce((product, length) => product * length, 1);
  const values = new Float32Array(count);
  const objective = scoreObjective(scores, label);
  const places = Uint8Array.from({ length: count }); // one byte for each image, for the chunks
  for (const { start, count: some } of imageChunks(places, count)) {
    signal?.throwIfAborted();
    const images = new Float32Array(some * size);
    for (let at = 0; at < some; at++) images.set(imageOf(start + at), at * size);
    const found = await source.gradient(images, { count: some, objective, wrt: scores });
    values.set(found.values, start);
  }
  return values;
}
