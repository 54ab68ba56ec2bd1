import { expect, test } from 'vitest';
import { numbered } from '../../test/numbered.ts';
import { fillBoxes } from './fill-boxes.ts';

const grey = { height: 2, width: 3, channels: 1, data: Uint8Array.of(1, 2, 3, 4, 5, 6) };
const box = { top: 0, left: 1, height: 1, width: 2, colour: [9] };

test('fills boxes in their order, in new memory', () => {
  const later = { top: 0, left: 2, height: 2, width: 1, colour: [7] };
  expect([...fillBoxes(grey, [box, later]).data]).toEqual([1, 9, 7, 4, 5, 7]);
  expect([...grey.data]).toEqual([1, 2, 3, 4, 5, 6]);
});

test('what reaches beyond the image is cut off', () => {
  const outside = { ...box, top: -1, left: 2, height: 2, width: 5 };
  expect([...fillBoxes(grey, [outside]).data]).toEqual([1, 2, 9, 4, 5, 6]);
  expect(fillBoxes(grey, [{ ...box, top: 5 }])).toEqual(grey);
  expect(fillBoxes(grey, [{ ...box, left: -9 }])).toEqual(grey);
});

test('each channel has its value', () => {
  const filled = fillBoxes(numbered(1, 2), [{ ...box, colour: [1, 2, 3] }]);
  expect([...filled.data]).toEqual([10, 11, 12, 1, 2, 3]);
});
