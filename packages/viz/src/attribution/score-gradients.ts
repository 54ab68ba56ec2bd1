import type { GradientOptions, LayerOutput } from '@sprout/core';
import type { ExplainedImages, ExplainedModel } from './attribution-target.ts';
import { imageChunks } from './image-chunks.ts';
import { scoreObjective } from './score-objective.ts';

/** The score of one image's class, its gradient, and the output of the layer that the gradient is with respect to. */
export interface ScoreGradient {
  readonly label: number;
  readonly score: number;
  /** Of the gradient and the output, for one image: `[height, width, channels]` or `[channels]`. */
  readonly shape: readonly number[];
  readonly gradient: Float32Array;
  /** Without `wrt`, empty: it would be the image. */
  readonly output: Float32Array;
}

/**
 * The gradients of the scores of images, one after the other: with respect to the output of a layer, or to the pixels. The outputs of
 * the layer and the scores are from the same pass through the network.
 *
 * @throws {SproutError} As `GradientSource.gradient`; the signal's reason once it is aborted.
 */
export async function* scoreGradients(
  { source, scores }: ExplainedModel,
  { images, count, label, signal }: ExplainedImages,
  { wrt, rectifiers }: Pick<GradientOptions, 'wrt' | 'rectifiers'> = {},
): AsyncGenerator<ScoreGradient, void, undefined> {
  const objective = scoreObjective(scores, label);
  const outputs = wrt === undefined ? [scores] : [scores, wrt];
  for (const chunk of imageChunks(images, count)) {
    signal?.throwIfAborted();
    const options = { count: chunk.count, objective, wrt, outputs, rectifiers };
    const found = await source.gradient(chunk.images, options);
    for (let at = 0; at < chunk.count; at++) {
      const row = rowOf(found.outputs[0]!, at); // the scores were asked for
      yield {
        label: label ?? row.indexOf(row.reduce((most, score) => Math.max(most, score))),
        score: found.values[at]!,
        shape: found.shape.slice(1),
        gradient: rowOf({ shape: found.shape, data: found.gradient }, at),
        output: wrt === undefined ? new Float32Array() : rowOf(found.outputs[1]!, at), // asked for
      };
    }
  }
}

function rowOf({ shape, data }: LayerOutput, at: number): Float32Array {
  const size = data.length / shape[0]!; // an output has a batch axis
  return data.subarray(at * size, (at + 1) * size);
}
