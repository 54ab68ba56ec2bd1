import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../test/evaluate.ts';
import { onnxruntime } from '../../../test/onnxruntime-here.ts';
import { multiply } from '../emit/elementwise.ts';
import { reduceSum } from '../emit/reduce.ts';
import type { Window } from '../emit/window.ts';
import { GraphBuilder, type Value } from '../ir/graph-builder.ts';
import { tapPairs } from './tap-pairs.ts';

const NO_BORDERS = { top: 0, left: 0, bottom: 0, right: 0 };
const SQUARE: Window = { size: [2, 2], strides: [1, 1], borders: NO_BORDERS };

describe('the factors of the gradient of a tap', () => {
  it('have one size, for every tap', () => {
    const graph = new GraphBuilder();
    const image = graph.input('image', [2, 3, 5, 6]);
    const gradient = graph.input('gradient', [2, 4, 4, 5]);
    const pairs = tapPairs(graph, [image, gradient], SQUARE);
    expect(pairs).toHaveLength(4);
    for (const [shifted, pixels] of pairs)
      expect(shifted.shape.slice(2)).toEqual(pixels.shape.slice(2));
  });

  it.each<[string, Window, readonly [number, number], string]>([
    ['shifts', SQUARE, [4, 5], 'Pad'],
    ['cuts, for strides', { ...SQUARE, strides: [2, 2] }, [2, 3], 'Slice'],
    ['cuts, for windows higher than the result', { ...SQUARE, size: [4, 2] }, [2, 5], 'Slice'],
  ])('are made by %s', (_, window, size, type) => {
    const graph = new GraphBuilder();
    const image = graph.input('image', [2, 3, 5, 6]);
    tapPairs(graph, [image, graph.input('gradient', [2, 4, ...size])], window);
    const types = new Set(graph.finish('test').nodes.map((node) => node.type));
    expect([...types]).toEqual([type]);
  });

  it('need fewer copies by shifts than there are taps', () => {
    const graph = new GraphBuilder();
    const borders = { top: 2, left: 2, bottom: 2, right: 2 };
    const image = graph.input('image', [1, 1, 9, 9]);
    const gradient = graph.input('gradient', [1, 1, 9, 9]);
    expect(tapPairs(graph, [image, gradient], { ...SQUARE, size: [5, 5], borders })).toHaveLength(
      25,
    );
    // neither the middle row nor the middle column is shifted
    expect(graph.finish('test').nodes).toHaveLength(4 + 4);
  });

  it.skipIf(onnxruntime === undefined).each<[string, Window]>([
    ['shifts', SQUARE],
    ['cuts', { ...SQUARE, strides: [1, 2] }],
  ])('are multiplied pixel by pixel: %s', (_, window) => {
    const graph = new GraphBuilder();
    const image = graph.constant('image', [1, 1, 3, 3], Float32Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9));
    const isCut = window.strides[1] === 2;
    const gradient = isCut
      ? graph.constant('gradient', [1, 1, 2, 1], Float32Array.of(1, 10))
      : graph.constant('gradient', [1, 1, 2, 2], Float32Array.of(1, 10, 100, 1000));
    const sums = tapPairs(graph, [image, gradient], window).map(([shifted, pixels]): Value =>
      reduceSum(graph, multiply(graph, shifted, pixels), [2, 3]),
    );
    expect(evaluate(graph, ...sums).flat()).toEqual(
      isCut ? [41, 52, 74, 85] : [5421, 6532, 8754, 9865],
    );
  });
});
