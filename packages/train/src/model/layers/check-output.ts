import { numbersThatFit } from './numbers-that-fit.ts';
import { unsupportedLayer } from './unsupported.ts';

/** 512 MB. A layer of VGG16 has 3 million numbers, for an image of 224 x 224. */
const NUMBERS_LIMIT = 2 ** 27;
/** The batch is one more axis, and TensorFlow.js computes with six. */
const AXES_LIMIT = 5;

/** The most numbers that the output of a layer may have for one image, by the memory that is free now. */
export function outputLimit(): number {
  return numbersThatFit(NUMBERS_LIMIT);
}

/**
 * @param shape The output of a layer without the batch; `null` for a dimension that is not fixed, which counts as 1.
 * @throws {SproutError} `model-unsupported`, naming the layer, for an output that is too large or has too many axes.
 */
export function checkOutput(
  layer: string,
  shape: readonly (number | null)[],
  limit = outputLimit(),
): void {
  if (shape.length > AXES_LIMIT) {
    throw unsupportedLayer(
      layer,
      `its output has ${shape.length} axes; at most ${AXES_LIMIT} are allowed`,
    );
  }
  const numbers = shape.reduce<number>((product, size) => product * (size ?? 1), 1);
  if (numbers <= limit) return;
  const reason = `its output ${shape.join(' x ')} has ${numbers} numbers for one image; at most ${limit} fit into memory`;
  throw unsupportedLayer(layer, reason);
}
