import { expect, test } from 'vitest';
import { numbered } from '../../test/numbered.ts';
import { mix } from './mix.ts';

test('adds images up by their weights, and rounds down', () => {
  const one = { ...numbered(1, 1), data: Uint8Array.of(255, 10, 0) };
  const other = { ...numbered(1, 1), data: Uint8Array.of(255, 13, 1) };
  const mixed = mix([
    { weight: 0.5, image: one },
    { weight: 0.5, image: other },
  ]);
  expect([...mixed.data]).toEqual([255, 11, 0]);
});
