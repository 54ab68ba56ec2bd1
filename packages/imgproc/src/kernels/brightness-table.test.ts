import { expect, test } from 'vitest';
import { brightnessTable } from './brightness-table.ts';

const values = (brightness: number, contrast: number) => {
  const table = brightnessTable({ brightness, contrast });
  return [0, 1, 100, 255].map((value) => table[value]);
};

test.each([
  { brightness: 0, contrast: 1, expected: [0, 1, 100, 255] },
  { brightness: 0, contrast: 0.5, expected: [0, 0, 50, 127] },
  { brightness: 0.2, contrast: 1, expected: [51, 52, 151, 255] },
  { brightness: -1, contrast: 1, expected: [0, 0, 0, 0] },
  { brightness: 0, contrast: 0, expected: [0, 0, 0, 0] },
])(
  'brightness $brightness, contrast $contrast: rounded down and limited',
  ({ brightness, contrast, expected }) => {
    expect(values(brightness, contrast)).toEqual(expected);
  },
);
