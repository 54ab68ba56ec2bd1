import type { Json } from '@sprout/core';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import {
  activation,
  channelsLast,
  imageRule,
  padding,
  pair,
  shapeRule,
  type Shape,
} from './shape-rule.ts';

function layer(config: Readonly<Record<string, Json>>) {
  return { name: 'a', layer: 'a', kind: 'A', inputs: ['b'], config, trainable: true };
}

const schema = z.object({ times: z.number().default(2) });

describe('shapeRule', () => {
  const rule = shapeRule(schema, (input, { times }) => ({
    output: input.map((size) => size * times),
  }));

  test('infers from the input and the configuration, with its defaults', () => {
    expect(rule(layer({}), [[3, 4]])).toEqual({ output: [6, 8] });
    expect(rule(layer({ times: 5, other: 'x' }), [[3]])).toEqual({ output: [15] });
  });

  test('infers nothing for another configuration', () => {
    expect(rule(layer({ times: '2' }), [[3]])).toBeUndefined();
  });

  test.each<[string, readonly Shape[]]>([
    ['no input', []],
    ['two inputs', [[3], [3]]],
  ])('infers nothing for %s', (_, inputs) => {
    expect(rule(layer({}), inputs)).toBeUndefined();
  });

  test('may infer nothing by itself', () => {
    expect(shapeRule(schema, () => undefined)(layer({}), [[3]])).toBeUndefined();
  });
});

describe('imageRule', () => {
  const rule = imageRule(schema, ([height, width, channels], { times }) => ({
    output: [height, width, channels * times],
  }));

  test('infers from height, width and channels', () => {
    expect(rule(layer({ times: 3 }), [[5, 6, 2]])).toEqual({ output: [5, 6, 6] });
  });

  test.each([[[6]], [[5, 6]], [[4, 5, 6, 2]], [[]]])('infers nothing for the input %j', (input) => {
    expect(rule(layer({}), [input])).toBeUndefined();
  });
});

test('a pair is a number for both axes, or one for each', () => {
  expect([pair.parse(3), pair.parse([3, 2])]).toEqual([
    [3, 3],
    [3, 2],
  ]);
  for (const wrong of [0, -1, 1.5, [1], [1, 2, 3], [1, 0], '3'])
    expect(pair.safeParse(wrong).success, JSON.stringify(wrong)).toBe(false);
});

test.each([
  ['data format', channelsLast, ['channelsLast', 'channels_last'], ['channels_first', '']],
  ['padding', padding, ['valid', 'same'], ['causal', 'SAME']],
  ['activation', activation, ['linear', 'relu6', 'gelu'], ['leaky_relu', 'Relu']],
])('a %s may be missing, and is one of a few names', (_, given, right, wrong) => {
  for (const value of [...right, null, undefined])
    expect(given.safeParse(value).success).toBe(true);
  for (const value of [...wrong, 1]) expect(given.safeParse(value).success).toBe(false);
});
