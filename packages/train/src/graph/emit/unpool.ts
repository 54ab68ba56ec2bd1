import type { GraphBuilder, Value } from '../ir/graph-builder.ts';
import { reshape } from './rearrange.ts';
import { type Window, windowAttributes } from './window.ts';

export interface UnpoolOptions {
  /** Where each number goes, as `maxPoolWithPlaces` says. */
  readonly places: Value;
  readonly window: Window;
  /** The shape of what was pooled. */
  readonly shape: Value['shape'];
}

/** The gradient of a maximum pooling: each number back to where its maximum stood, zeros elsewhere. */
export function unpool(
  graph: GraphBuilder,
  gradient: Value,
  { places, window, shape }: UnpoolOptions,
): Value {
  const sizes = shape.map(Number);
  const overlaps = window.strides.some((stride, axis) => stride < window.size[axis]!);
  if (!overlaps) {
    return graph.node('MaxUnpool', [gradient, places, graph.integers(sizes)], {
      shape,
      attributes: windowAttributes(window),
    });
  }
  const total = sizes.reduce((product, size) => product * size, 1);
  const zeros = graph.node('ConstantOfShape', [graph.integers([total])], { shape: [total] });
  const count = gradient.shape.map(Number).reduce((product, size) => product * size, 1);
  const inputs = [zeros, reshape(graph, places, [count]), reshape(graph, gradient, [count])];
  const scattered = graph.node('ScatterElements', inputs, {
    shape: [total],
    attributes: { axis: { int: 0 }, reduction: { text: 'add' } },
  });
  return reshape(graph, scattered, shape);
}
