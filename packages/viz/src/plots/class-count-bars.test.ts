import { expect, test } from 'vitest';
import { orderOf } from '../../test/order-of.ts';
import { renderSvg } from '../svg/render-svg.ts';
import { classCountBars } from './class-count-bars.ts';

test('classes are sorted by their number of images, which is at the end of each bar', async () => {
  const svg = await renderSvg(
    classCountBars([
      { name: 'few', training: 3, validation: 2 },
      { name: 'many', training: 1000, validation: 234 },
    ]),
  );
  expect(orderOf(svg, ['few', 'many'])).toEqual(['many', 'few']);
  expect(svg).toContain('>1,234<');
  expect(svg).toContain('>5<');
});

test('duplicates are named beside the number of images', async () => {
  const counts = [
    { name: 'a', training: 8, validation: 2, duplicates: 4 },
    { name: 'b', training: 8, validation: 1, duplicates: 0 },
  ];
  const svg = await renderSvg(classCountBars(counts));
  expect(svg).toContain('>10, 4 duplicates<');
  expect(svg).toContain('>9<');
});

test('of many classes, the first and the last are drawn, and the axis title has a note', async () => {
  const counts = Array.from({ length: 100 }, (_, number) => ({
    name: `class ${number}`,
    training: 1000 - number,
    validation: 0,
  }));
  const svg = await renderSvg(classCountBars(counts));
  expect(svg).toContain('the first and the last 30 of 100 classes');
  expect(svg).toContain('>class 29<');
  expect(svg).not.toContain('>class 30<');
  expect(svg).toContain('>class 70<');
});
