import { expect, test } from 'vitest';
import { colour } from '../../fixtures/colour.ts';
import { image } from '../../fixtures/ops.ts';
import { contractViolations } from '../../test/contract-violations.ts';
import { numbered } from '../../test/numbered.ts';
import { wrongSizes } from '../../test/odd-images.ts';
import { applyOp, setUpOps } from '../../test/set-up-ops.ts';
import { channelShuffle } from './channel-shuffle.ts';

const spec = { op: 'channel-shuffle' };

test.each(colour['channel-shuffle'])(
  'order $order: every pixel is that of albumentations',
  ({ data, ...numbers }) => {
    expect(applyOp(spec, image, numbers)).toEqual({ ...image, data });
  },
);

test('draws all six orders', () => {
  const { draw, apply } = setUpOps([spec]);
  const source = { ...numbered(1, 1), data: Uint8Array.of(1, 2, 3) };
  const results = Array.from({ length: 60 }, (_, seed) => apply(source, draw(seed)).data.join(' '));
  const orders = ['1 2 3', '1 3 2', '2 1 3', '2 3 1', '3 1 2', '3 2 1'];
  expect([...new Set(results)].toSorted()).toEqual(orders);
});

test.each([[{ order: [2, 1, 0] }, 'order']])('refuses %j and names the field', (fields, field) => {
  expect(() => setUpOps([{ ...spec, ...fields }])).toThrow(field);
});

test('images of any size keep it', () => {
  expect(wrongSizes(spec)).toEqual([]);
});

test('keeps the contract of ops', () => {
  expect(contractViolations(channelShuffle, spec, numbered(3, 4))).toEqual([]);
});
