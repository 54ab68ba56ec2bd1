import { rngAt } from '@sprout/core';
import { expect, test } from 'vitest';
import { augmentationOps } from '../../test/all-ops.ts';
import { numbered } from '../../test/numbered.ts';
import { setUpOps } from '../../test/set-up-ops.ts';
import { checkOps, resolvedOf } from './checked-ops.ts';
import { drawOps } from './draw-ops.ts';

const resolved = (...specs: object[]) =>
  resolvedOf(checkOps(specs, { kind: 'augmentation', table: augmentationOps }));
const at = { seed: 7, path: ['test', 3] };
const degreesAt = (...path: (string | number)[]) => rngAt(7, ['test', 3, ...path]).uniform(-15, 15);
const rotation = (degrees: number) => ({ op: 'rotate', numbers: { degrees, border: 'nearest' } });

test('the address of an op is its name and its occurrence in the list', () => {
  const ops = resolved({ op: 'rotate' }, { op: 'trim' }, { op: 'rotate' });
  expect(drawOps(ops, at)).toEqual([
    rotation(degreesAt('rotate', 0)),
    { op: 'trim' },
    rotation(degreesAt('rotate', 1)),
  ]);
});

test('the address of an op in a list continues that of the op with the list', () => {
  const inner = { op: 'sometimes', probability: 1, ops: [{ op: 'rotate' }, { op: 'rotate' }] };
  const ops = resolved({ op: 'rotate' }, { op: 'random-order', ops: [inner] });
  const path = ['random-order', 0, 'ops', 'sometimes', 0, 'ops'];
  const rotations = [
    rotation(degreesAt(...path, 'rotate', 0)),
    rotation(degreesAt(...path, 'rotate', 1)),
  ];
  expect(drawOps(ops, at)).toEqual([
    rotation(degreesAt('rotate', 0)),
    {
      op: 'random-order',
      numbers: { order: [0], drawn: [{ op: 'sometimes', numbers: { drawn: rotations } }] },
    },
  ]);
});

test('an op in a list keeps its numbers when other ops are added to the list', () => {
  const chosenOf = (...names: string[]) => {
    const ops = resolved({ op: 'one-of', ops: names.map((op) => ({ op })) });
    return Array.from({ length: 40 }, (_, seed) => JSON.stringify(drawOps(ops, { seed, path: [] })))
      .filter((text) => text.includes('"rotate"'))
      .map((text) => /"degrees":[-\d.]+/.exec(text)?.[0]);
  };
  const [few, more] = [chosenOf('rotate'), chosenOf('rotate', 'flip-vertical', 'noise')];
  expect(few).toHaveLength(40);
  expect(more.length).toBeGreaterThan(3);
  expect(few).toEqual(expect.arrayContaining(more));
});

test.each([
  [{ op: 'sometimes', ops: [{ op: 'rotate' }, { op: 'noise' }] }],
  [
    {
      op: 'one-of',
      ops: [{ op: 'flip-vertical', probability: 1 }, { op: 'noise' }, { op: 'rotate' }],
    },
  ],
  [{ op: 'random-order', ops: [{ op: 'noise' }, { op: 'quarter-turn' }, { op: 'rotate' }] }],
  [{ op: 'random-order', ops: [{ op: 'one-of', ops: [{ op: 'noise' }, { op: 'rotate' }] }] }],
])('%j: the numbers, written as JSON, give the same pixels again', (spec) => {
  const { draw, apply } = setUpOps([spec], augmentationOps);
  const source = numbered(4, 4);
  const results = Array.from({ length: 20 }, (_, seed) => {
    const drawn = draw(seed);
    const replayed = setUpOps([spec], augmentationOps).apply(
      source,
      JSON.parse(JSON.stringify(drawn)),
    );
    expect(replayed).toEqual(apply(source, drawn));
    return replayed.data.join();
  });
  expect(new Set(results).size).toBeGreaterThan(5);
  expect(source).toEqual(numbered(4, 4));
});
