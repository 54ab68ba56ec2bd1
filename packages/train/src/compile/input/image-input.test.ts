import { describe, expect, test } from 'vitest';
import { GraphBuilder } from '../../graph/ir/graph-builder.ts';
import { chained } from '../../../test/emitted.ts';
import { onnxruntime } from '../../../test/onnxruntime-here.ts';
import { runGraph } from '../../../test/run-graph.ts';
import { imageInput, type ImageInputOptions } from './image-input.ts';

const input = {
  height: 1,
  width: 2,
  channels: 3,
  normalisation: { mean: [10, 0, 20], deviation: [2, 4, 5] },
};
const PIXELS = [12, 8, 25, 10, 0, 0];
const layers = (kind: string) =>
  chained([
    { name: 'images', kind: 'InputLayer', inputs: [] },
    { name: 'next', kind },
  ]);

function compiled(kind: string, options: Partial<ImageInputOptions> = {}) {
  const graph = new GraphBuilder();
  return { graph, ...imageInput(graph, layers(kind), { input, batch: 1, ...options }) };
}

describe('imageInput', () => {
  test('takes bytes, and lays channels first', () => {
    const { graph, images, isChannelsLast } = compiled('Conv2D');
    expect(isChannelsLast).toBe(false);
    expect(images.shape).toEqual([1, 3, 1, 2]);
    expect(graph.finish('test').inputs).toEqual([
      { name: 'images', type: 'uint8', shape: [1, 1, 2, 3] },
    ]);
  });

  test('leaves channels last where only a flatten uses them, and they are not asked for', () => {
    expect(compiled('Flatten')).toMatchObject({
      isChannelsLast: true,
      images: { shape: [1, 1, 2, 3] },
    });
    expect(compiled('Flatten', { mayBeChannelsLast: false }).isChannelsLast).toBe(false);
  });

  test.skipIf(onnxruntime === undefined)('normalises each channel', () => {
    const apart = compiled('Conv2D', { type: 'float32' });
    apart.graph.output('output', apart.images);
    expect(runGraph(apart.graph, { images: PIXELS })['output']).toEqual([1, 0, 2, 0, 1, -4]);
    const together = compiled('Flatten', { type: 'float32' });
    together.graph.output('output', together.images);
    expect(runGraph(together.graph, { images: PIXELS })['output']).toEqual([1, 2, 1, 0, 0, -4]);
  });

  test.skipIf(onnxruntime === undefined).each(['Conv2D', 'Flatten'])(
    'has the gradient in the order and the unit of the bytes, before a %s',
    (kind) => {
      const { graph, images, backward } = compiled(kind, { type: 'float32' });
      graph.output('gradient', backward(graph.input('towards', images.shape.map(Number))));
      const { gradient } = runGraph(graph, { images: PIXELS, towards: [1, 1, 1, 1, 1, 1] });
      for (const [at, value] of [0.5, 0.25, 0.2, 0.5, 0.25, 0.2].entries())
        expect(gradient![at]).toBeCloseTo(value, 6);
    },
  );
});
