import { expect, test } from 'vitest';
import { mixedTargets } from './mixed-targets.ts';
import { targetsFor } from './targets.ts';

test('the loss of a mixed image has the weights of both classes', () => {
  const weighted = targetsFor(Int32Array.of(0, 1), { classes: 2, classWeights: [1, 3] });
  const { targets, weights } = mixedTargets(weighted, 0.75);
  expect([...weights]).toEqual([0.75 * 1 + 0.25 * 3, 0.75 * 3 + 0.25 * 1]);
  const losses = targets.map((target, at) => target * weights[at >> 1]!);
  expect([...losses]).toEqual([0.75, 0.75, 0.25, 2.25].map((loss) => expect.closeTo(loss, 6)));
  const none = targetsFor(Int32Array.of(0, 1), { classes: 2, classWeights: [0, 0] });
  expect(mixedTargets(none, 0.75)).toEqual({
    targets: Float32Array.of(0.75, 0.25, 0.25, 0.75),
    weights: Float32Array.of(0, 0),
  });
});

test('tags are mixed by their shares', () => {
  const tags = targetsFor(Int32Array.of(0, 1), {
    classes: 3,
    tags: [Uint8Array.of(1, 0, 1), Uint8Array.of(0, 0, 1)],
  });
  expect([...mixedTargets(tags, 0.25).targets]).toEqual([0.25, 0, 1, 0.75, 0, 1]);
});
