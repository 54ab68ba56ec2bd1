import { describe, expect, test } from 'vitest';
import { liveNodes } from '../../graph/pass/live-nodes.ts';
import { emitted, type Emitted } from '../../../test/emitted.ts';
import { onnxruntime } from '../../../test/onnxruntime-here.ts';
import { runGraph } from '../../../test/run-graph.ts';

const pool = { name: 'pool', kind: 'MaxPooling2D', config: { pool_size: 2 } };
const dropout = { name: 'drop', kind: 'Dropout', config: { rate: 0.5 } };
const conv = { name: 'conv', kind: 'Conv2D', config: { kernel_size: 1 } };
const norm = { name: 'norm', kind: 'BatchNormalization' };
const weights = { 'conv/kernel': [1, 1, 3, 2], 'conv/bias': [2] };
const statistics = {
  'norm/gamma': [3],
  'norm/beta': [3],
  'norm/moving_mean': [3],
  'norm/moving_variance': [3],
};

function typesOf({ finish }: Emitted): string[] {
  return finish().nodes.map(({ type }) => type);
}

/** The gradients from a gradient with respect to the output of a layer. */
function backwardFrom(result: Emitted, layer: string) {
  const { graph, outputs, backward } = result;
  const seed = graph.input('seed', outputs.get(layer)!.shape.map(Number));
  return backward(new Map([[layer, seed]]));
}

describe('emitLayers', () => {
  test('gives the outputs of all layers by name', () => {
    const { outputs } = emitted([pool, { name: 'flat', kind: 'Flatten' }]);
    expect([...outputs].map(([name, { shape }]) => [name, shape])).toEqual([
      ['images', [2, 3, 6, 5]],
      ['pool', [2, 3, 3, 2]],
      ['flat', [2, 18]],
    ]);
  });

  test('names a layer that has no operation, or comes without a weight', () => {
    expect(() => emitted([{ name: 'swap', kind: 'Permute' }])).toThrow(
      'Layer swap is not supported: layers of class Permute cannot be compiled',
    );
    expect(() => emitted([conv])).toThrow('it comes without its weight "kernel"');
  });

  test('emits dropout in mode train only, frozen or not', () => {
    expect(emitted([dropout]).masks).toEqual([]);
    const frozen = { ...dropout, trainable: false };
    expect(emitted([frozen], { mode: 'train' }).masks).toEqual([
      { name: 'mask:drop', layer: 'drop', rate: 0.5, shape: [2, 3, 6, 5] },
    ]);
  });

  test('normalises by the batch only in mode train, and only where the layer is trainable', () => {
    const assigned = (mode: 'train' | 'infer', trainable: boolean) => [
      ...emitted([{ ...norm, trainable }], { mode, weights: statistics }).assigned.keys(),
    ];
    expect(assigned('train', true)).toEqual(['norm/moving_mean', 'norm/moving_variance']);
    expect(assigned('train', false)).toEqual([]);
    expect(assigned('infer', true)).toEqual([]);
  });

  test('emits an argmax only where a gradient passes the pooling', () => {
    const outputsOf = (wrt: string[]) => {
      const { finish } = emitted([pool, { name: 'flat', kind: 'Flatten' }], {
        wrt: { layers: new Set(wrt) },
      });
      return finish().nodes.find(({ type }) => type === 'MaxPool')!.outputs.length;
    };
    expect(outputsOf([])).toBe(1);
    expect(outputsOf(['pool'])).toBe(1);
    expect(outputsOf(['images'])).toBe(2);
  });

  test('gives the gradients that are asked for, and no others', () => {
    const only = emitted([conv], { weights, wrt: { weights: new Set(['conv/bias']) } });
    const gradients = backwardFrom(only, 'conv');
    expect([...gradients.weights.keys()]).toEqual(['conv/bias']);
    expect(gradients.layers.size).toBe(0);
    const layers = emitted([conv, pool], { weights, wrt: { layers: new Set(['conv', 'pool']) } });
    expect([...backwardFrom(layers, 'pool').layers.keys()].toSorted()).toEqual(['conv', 'pool']);
  });

  test('emits no gradient where nothing is asked for', () => {
    const result = emitted([conv, pool], { weights });
    const before = typesOf(result).length;
    expect(backwardFrom(result, 'pool')).toEqual({ weights: new Map(), layers: new Map() });
    expect(typesOf(result)).toHaveLength(before);
  });

  test('leaves out a target that the scalar does not depend on', () => {
    const result = emitted([pool, { name: 'flat', kind: 'Flatten' }], {
      wrt: { layers: new Set(['flat']) },
    });
    expect(backwardFrom(result, 'pool').layers.size).toBe(0);
  });

  test('gives weights in mode infer their gradients too', () => {
    const targets = new Set(['norm/gamma', 'norm/beta']);
    const result = emitted([norm], { weights: statistics, wrt: { weights: targets } });
    expect([...backwardFrom(result, 'norm').weights.keys()]).toEqual(['norm/beta', 'norm/gamma']);
    expect(liveNodes(result.finish())).toEqual([]);
  });

  test.skipIf(onnxruntime === undefined)('sums gradients that start at several layers', () => {
    const { graph, backward } = emitted([pool, { name: 'flat', kind: 'Flatten' }], {
      wrt: { layers: new Set(['pool']) },
    });
    const outputGradients = new Map([
      ['pool', graph.input('towardsPool', [2, 3, 3, 2])],
      ['flat', graph.input('towardsFlat', [2, 18])],
    ]);
    graph.output('gradient', backward(outputGradients).layers.get('pool')!);
    const counted = Array.from({ length: 36 }, (_, at) => at);
    const ones = counted.map(() => 1);
    const { gradient } = runGraph(graph, {
      images: new Float32Array(180),
      towardsPool: ones,
      towardsFlat: counted,
    });
    // a flat vector has the channels of a pixel together: pixel 0 of channel 1 is its second number
    expect(gradient!.slice(0, 7)).toEqual([1, 4, 7, 10, 13, 16, 2]);
  });
});
