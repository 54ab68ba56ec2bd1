import { expect, test } from 'vitest';
import { explanationSheet, MOST_SHOWN } from './explanation-sheet.ts';

const options = { title: 'Grad-CAM', columnTitles: ['image', 'overlay'] };
const rows = (count: number) =>
  Array.from({ length: count }, (_, at) => [
    {
      png: new Uint8Array(),
      height: 8,
      width: 8,
      caption: `${at}.png`,
      lines: ['oak', 'a', 'b', 'c', 'd'],
    },
    { png: new Uint8Array(), height: 8, width: 8 },
  ]);

test('each image has a row', () => {
  const svg = explanationSheet(rows(3), { ...options, total: 3 });
  expect(svg.match(/<image /g)).toHaveLength(3 * 2);
  expect(svg).toContain('>Grad-CAM<');
});

test('the title states that images are left out', () => {
  const svg = explanationSheet(rows(2), { ...options, total: 100 });
  expect(svg).toContain('>Grad-CAM, the first 2 of 100 images<');
});

test('viewers open a sheet of the most images', () => {
  const svg = explanationSheet(rows(MOST_SHOWN), { ...options, total: MOST_SHOWN });
  expect(2 * Number(/height="(\d+)"/.exec(svg)![1])).toBeLessThan(16_384);
});
