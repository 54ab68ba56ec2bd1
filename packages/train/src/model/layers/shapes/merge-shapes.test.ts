import type { Json } from '@sprout/core';
import { describe, expect, test } from 'vitest';
import { MERGE_SHAPES } from './merge-shapes.ts';
import type { Shape } from './shape-rule.ts';

function output(
  kind: string,
  inputs: readonly Shape[],
  config: Readonly<Record<string, Json>> = {},
) {
  const node = { name: 'a', layer: 'a', kind, inputs: [], config, trainable: true };
  return MERGE_SHAPES[kind]!(node, inputs)?.output;
}

describe.each(['Add', 'Average', 'Maximum', 'Minimum', 'Multiply'])('%s', (kind) => {
  test('has the shape of its inputs, with lengths of 1 broadcast', () => {
    expect(
      output(kind, [
        [4, 5, 3],
        [4, 5, 3],
      ]),
    ).toEqual([4, 5, 3]);
    expect(
      output(kind, [
        [1, 5, 3],
        [4, 1, 3],
        [4, 5, 1],
      ]),
    ).toEqual([4, 5, 3]);
    expect(output(kind, [[1], [1]])).toEqual([1]);
  });

  test.each<[string, readonly Shape[]]>([
    ['no input', []],
    ['one input', [[4, 5, 3]]],
    [
      'lengths that differ',
      [
        [4, 5, 3],
        [4, 5, 2],
      ],
    ],
    ['ranks that differ', [[4, 5, 3], [3]]],
  ])('with %s is not inferred', (_, inputs) => {
    expect(output(kind, inputs)).toBeUndefined();
  });
});

describe('Concatenate', () => {
  const pair: readonly Shape[] = [
    [4, 5, 3],
    [4, 5, 2],
  ];

  test('adds the lengths along its axis, the last by default', () => {
    expect(output('Concatenate', pair)).toEqual([4, 5, 5]);
    expect(output('Concatenate', [...pair, [4, 5, 1]], { axis: null })).toEqual([4, 5, 6]);
    expect(
      output(
        'Concatenate',
        [
          [4, 5, 3],
          [2, 5, 3],
        ],
        { axis: 1 },
      ),
    ).toEqual([6, 5, 3]);
    expect(
      output(
        'Concatenate',
        [
          [4, 5, 3],
          [4, 1, 3],
        ],
        { axis: -2 },
      ),
    ).toEqual([4, 6, 3]);
  });

  test.each<[string, readonly Shape[], Json]>([
    ['one input', [[4, 5, 3]], -1],
    ['other lengths that differ', pair, 1],
    ['ranks that differ', [[4, 5, 3], [3]], -1],
    [
      'the batch axis',
      [
        [4, 5, 3],
        [4, 5, 3],
      ],
      0,
    ],
    [
      'an axis that does not exist',
      [
        [4, 5, 3],
        [4, 5, 3],
      ],
      4,
    ],
    [
      'a negative axis that does not exist',
      [
        [4, 5, 3],
        [4, 5, 3],
      ],
      -4,
    ],
    ['an axis that is no whole number', pair, 0.5],
  ])('with %s is not inferred', (_, inputs, axis) => {
    expect(output('Concatenate', inputs, { axis })).toBeUndefined();
  });
});
