import { add, multiply, toFloat } from '../../graph/emit/elementwise.ts';
import { reverse } from '../../graph/emit/rearrange.ts';
import type { GraphBuilder, Value } from '../../graph/ir/graph-builder.ts';
import type { ModelInput } from '../../model/model-definition.ts';

/** Normalised images, and their gradient. */
export interface NormalisedImages {
  readonly output: Value;
  /** Emits the gradient with respect to the images, from the gradient with respect to the output. */
  readonly backward: (gradient: Value) => Value;
}

/** `(images - mean) / deviation` for each channel. `images` are bytes or floats, 0 to 255. */
export function normaliseImages(
  graph: GraphBuilder,
  images: Value,
  { input, isChannelsLast }: { readonly input: ModelInput; readonly isChannelsLast: boolean },
): NormalisedImages {
  const { mean, deviation } = input.normalisation;
  const scale = deviation.map((value) => 1 / value);
  const shift = mean.map((value, channel) => -value * scale[channel]!);
  const numbers = images.type === 'float32' ? images : toFloat(graph, images);
  const inOrder = (value: Value): Value =>
    input.channelOrder === 'bgr' ? reverse(graph, value, [isChannelsLast ? 3 : 1]) : value;
  const scaled = multiply(graph, inOrder(numbers), perChannel('normalisation:scale', scale));
  const isShifted = shift.some((value) => value !== 0);
  return {
    output: isShifted ? add(graph, scaled, perChannel('normalisation:shift', shift)) : scaled,
    backward: (gradient) =>
      inOrder(multiply(graph, gradient, perChannel('normalisation:scale', scale))),
  };

  /**
   * A constant of one number for each channel. Where channels are the last axis, it has the size of an image: broadcasting
   * along the last axis is slow.
   */
  function perChannel(name: string, values: readonly number[]): Value {
    const [first = 0] = values;
    if (values.every((value) => value === first)) return graph.scalar(first);
    const { height, width, channels } = input;
    if (!isChannelsLast)
      return graph.constant(name, [1, channels, 1, 1], Float32Array.from(values));
    const size = height * width * channels;
    const data = Float32Array.from({ length: size }, (_, at) => values[at % channels]!);
    return graph.constant(name, [1, height, width, channels], data);
  }
}
