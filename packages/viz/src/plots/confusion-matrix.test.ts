import { expect, test } from 'vitest';
import { confusionMatrix } from './confusion-matrix.ts';
import { renderSvg } from '../svg/render-svg.ts';
import { colours } from '../svg/theme.ts';

const names = (count: number) => Array.from({ length: count }, (_, number) => `class ${number}`);
const diagonal = (count: number, value: number) =>
  names(count).map((_, row) => names(count).map((__, column) => (row === column ? value : 0)));
const occurrences = (text: string, part: string) => text.split(part).length - 1;

test.each([2, 12, 20])('%i classes have each name twice and each count once', async (count) => {
  const svg = await renderSvg(confusionMatrix(diagonal(count, 7), { classes: names(count) }));
  expect(occurrences(svg, '>class 1</text>')).toBe(2);
  expect(occurrences(svg, '>7</text>')).toBe(count);
});

test('60 classes have names but no counts, and no empty cells', async () => {
  const svg = await renderSvg(confusionMatrix(diagonal(60, 7), { classes: names(60) }));
  expect(occurrences(svg, '>class 59</text>')).toBe(2);
  expect(svg).not.toContain('>7</text>');
  expect(occurrences(svg, `fill="${colours.right}"`)).toBe(60);
});

test('colours show the share of the row: right in blue, wrong in orange, full at half of the row', async () => {
  const svg = await renderSvg(
    confusionMatrix(
      [
        [1, 1],
        [0, 0],
      ],
      { classes: ['a', 'b'] },
    ),
  );
  expect(svg).toContain(`fill="${colours.right}" fill-opacity="0.56"`);
  expect(svg).toContain(`fill="${colours.wrong}" fill-opacity="1"`);
  expect(svg).not.toContain('NaN');
});

test('equal, long and hostile names have their own rows and are text', async () => {
  const hostile = "<img src=x onerror=alert(1)>' + datum";
  const classes = ['same', 'same', 'x'.repeat(300), hostile];
  const svg = await renderSvg(confusionMatrix(diagonal(4, 3), { classes }));
  expect(occurrences(svg, '>3</text>')).toBe(4);
  expect(occurrences(svg, '>same</text>')).toBe(4);
  expect(svg).toMatch(/>x{10,30}…<\/text>/);
  expect(svg).toContain('&lt;img src=x onerror');
  expect(svg).not.toContain('<img');
});

test('1,000 classes have a plot of limited size, without names', async () => {
  const svg = await renderSvg(confusionMatrix(diagonal(1000, 7), { classes: names(1000) }));
  expect(Number(/width="(\d+)"/.exec(svg)?.[1])).toBeLessThan(2200);
  expect(svg).not.toContain('>class ');
  expect(occurrences(svg, `fill="${colours.right}"`)).toBe(1000);
});
