import type { GraphBuilder, Value } from '../../graph/ir/graph-builder.ts';
import { add, multiply, toFloat } from '../../graph/emit/elementwise.ts';
import { reverse, transpose } from '../../graph/emit/rearrange.ts';
import type { ModelInput } from '../../model/model-definition.ts';

const CHANNELS_APART = [0, 3, 1, 2];

/**
 * The graph's input `images`, bytes `[batch, height, width, channels]`, as the model's numbers: normalised, and with the
 * channels apart (`[batch, channels, height, width]`) unless they are to stay interleaved.
 */
export function normaliseImages(
  graph: GraphBuilder,
  images: Value,
  { input, interleaved }: { readonly input: ModelInput; readonly interleaved: boolean },
): Value {
  const { mean, deviation } = input.normalisation;
  const scale = deviation.map((width) => 1 / width);
  const shift = mean.map((value, channel) => -value * scale[channel]!);
  const bytes = interleaved ? images : transpose(graph, images, CHANNELS_APART);
  const floats = toFloat(graph, bytes);
  const ordered =
    input.channelOrder === 'bgr' ? reverse(graph, floats, [interleaved ? 3 : 1]) : floats;
  const scaled = multiply(graph, ordered, factors('normalisation:scale', scale));
  const shifts = shift.some((value) => value !== 0);
  return shifts ? add(graph, scaled, factors('normalisation:shift', shift)) : scaled;

  /** One number a channel; spelt out for each pixel where channels lie together, since broadcasting three numbers is slow. */
  function factors(name: string, values: readonly number[]): Value {
    const [first = 0] = values;
    if (values.every((value) => value === first)) return graph.scalar(first);
    const { height, width, channels } = input;
    if (!interleaved) return graph.constant(name, [1, channels, 1, 1], Float32Array.from(values));
    const size = height * width * channels;
    const data = Float32Array.from({ length: size }, (_, at) => values[at % channels]!);
    return graph.constant(name, [1, height, width, channels], data);
  }
}
