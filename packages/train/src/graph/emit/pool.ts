import type { GraphBuilder, Value } from '../ir/graph-builder.ts';
import { reshape } from './rearrange.ts';
import { slideShape, type Window, windowAttributes } from './window.ts';
import { elementCount } from '../../tensor/element-count.ts';

/** The largest number of each window. */
export function maxPool(graph: GraphBuilder, image: Value, window: Window): Value {
  return graph.node('MaxPool', [image], {
    shape: pooledShape(image, window),
    attributes: windowAttributes(window),
  });
}

/** The largest number of each window, and its index in the whole flattened image (64-bit). */
export function maxPoolWithArgmax(
  graph: GraphBuilder,
  image: Value,
  window: Window,
): { readonly pooled: Value; readonly argmax: Value } {
  const shape = pooledShape(image, window);
  const [pooled, argmax] = graph.nodeWithOutputs('MaxPool', [image], {
    results: [{ shape }, { shape, type: 'int64' }],
    attributes: windowAttributes(window),
  }) as [Value, Value]; // two results
  return { pooled, argmax };
}

export interface UnpoolOptions {
  /** As from `maxPoolWithArgmax`. */
  readonly argmax: Value;
  readonly window: Window;
  /** The shape of the image that was pooled. */
  readonly shape: Value['shape'];
}

/** The gradient of a maximum pooling: adds each number to the pixel of its argmax. All other pixels are zero. */
export function unpool(
  graph: GraphBuilder,
  gradient: Value,
  { argmax, window, shape }: UnpoolOptions,
): Value {
  const sizes = shape.map(Number);
  const overlaps = window.strides.some((stride, axis) => stride < window.size[axis]!);
  if (!overlaps) {
    return graph.node('MaxUnpool', [gradient, argmax, graph.integers(sizes)], {
      shape,
      attributes: windowAttributes(window),
    });
  }
  const total = elementCount(sizes);
  const zeros = graph.node('ConstantOfShape', [graph.integers([total])], { shape: [total] });
  const count = elementCount(gradient.shape.map(Number));
  const inputs = [zeros, reshape(graph, argmax, [count]), reshape(graph, gradient, [count])];
  const scattered = graph.node('ScatterElements', inputs, {
    shape: [total],
    attributes: { axis: { int: 0 }, reduction: { text: 'add' } },
  });
  return reshape(graph, scattered, shape);
}

/** The mean of each window. Borders are left out of the mean. */
export function averagePool(graph: GraphBuilder, image: Value, window: Window): Value {
  return graph.node('AveragePool', [image], {
    shape: pooledShape(image, window),
    attributes: windowAttributes(window),
  });
}

function pooledShape(image: Value, window: Window): Value['shape'] {
  return [...image.shape.slice(0, 2), ...slideShape(image, window)];
}
