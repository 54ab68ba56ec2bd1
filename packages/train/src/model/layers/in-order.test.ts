import { expect, test } from 'vitest';
import { inOrder } from './in-order.ts';

const node = (name: string, ...inputs: readonly string[]) => ({ name, inputs });
const [a, b, c, d] = [node('a'), node('b', 'a'), node('c', 'b', 'a'), node('d', 'a', 'a')];

test('keeps an order in which each node stands after its inputs', () => {
  expect(inOrder([a, d, b, c])).toEqual([a, d, b, c]);
  expect(inOrder([])).toEqual([]);
});

test('puts inputs before the nodes that take them', () => {
  expect(inOrder([c, d, b, a])).toEqual([a, b, c, d]);
});

test('returns only what the wanted nodes depend on', () => {
  expect(inOrder([d, c, b, a], ['b'])).toEqual([a, b]);
});

test.each([
  ['itself', [node('x', 'x')]],
  ['itself through another node', [a, node('x', 'a', 'y'), node('y', 'x')]],
])('names a node that depends on %s', (_, nodes) => {
  expect(inOrder(nodes)).toBe('x');
});

test('orders a long row, and a node with many inputs, in linear time', () => {
  const count = 100_000;
  const row = Array.from({ length: count }, (_, at) =>
    at === 0 ? node('0') : node(`${at}`, `${at - 1}`),
  );
  const wide = node('wide', ...row.map(({ name }) => name));
  const start = performance.now();
  expect(inOrder([wide, ...row.toReversed()])).toEqual([...row, wide]);
  expect(performance.now() - start).toBeLessThan(5000);
});
