import { expect, test } from 'vitest';
import { augmentationOps } from '../../test/all-ops.ts';
import { listWithin, type ResolvedOp, resolveOps } from './resolve-ops.ts';

const noise = { op: 'noise', amount: 3 };
const trim = { op: 'trim' };

/** Names and occurrences of ops, with those in their lists. */
function outline(ops: readonly ResolvedOp[]): unknown[] {
  return ops.map(({ op, occurrence, lists }) => {
    const name = `${op.name} ${occurrence}`;
    return lists.size === 0 ? name : [name, ...Array.from(lists.values(), outline)];
  });
}

test('each spec gets its op, and how often the op came before', () => {
  const resolved = resolveOps([noise, trim, noise, noise], augmentationOps);
  expect(outline(resolved)).toEqual(['noise 0', 'trim 0', 'noise 1', 'noise 2']);
  expect(resolved[0]?.spec).toBe(noise);
  expect(resolved[0]?.op).toBe(augmentationOps.find(({ name }) => name === 'noise'));
});

test('in the list of an op the count begins anew', () => {
  const inner = { op: 'sometimes', probability: 0.5, ops: [noise, noise] };
  const specs = [noise, inner, { op: 'random-order', ops: [inner, trim] }, inner];
  expect(outline(resolveOps(specs, augmentationOps))).toEqual([
    'noise 0',
    ['sometimes 0', ['noise 0', 'noise 1']],
    ['random-order 0', [['sometimes 0', ['noise 0', 'noise 1']], 'trim 0']],
    ['sometimes 1', ['noise 0', 'noise 1']],
  ]);
});

test('an empty list has no ops', () => {
  expect(resolveOps([], augmentationOps)).toEqual([]);
});

test('an op that is not in the table is an error, also in a list', () => {
  const unchecked = { op: 'unheard-of' };
  const message = 'the op "unheard-of" was not checked';
  expect(() => resolveOps([unchecked], augmentationOps)).toThrow(message);
  expect(() => resolveOps([{ op: 'one-of', ops: [unchecked] }], augmentationOps)).toThrow(message);
});

test('the ops in the list of a field are mapped in their order', () => {
  const [resolved] = resolveOps([{ op: 'one-of', ops: [trim, noise, trim] }], augmentationOps);
  const names = listWithin(resolved!, 'ops', ({ op, occurrence }) => `${op.name} ${occurrence}`);
  expect(names).toEqual(['trim 0', 'noise 0', 'trim 1']);
});

test('a field that the op does not declare is an error', () => {
  const [resolved] = resolveOps([{ op: 'one-of', ops: [trim] }], augmentationOps);
  expect(() => listWithin(resolved!, 'others', () => 1)).toThrow(
    'the op "one-of" has no list of ops "others"',
  );
});
