import { createRequire } from 'node:module';
import { Resvg } from '@resvg/resvg-js';
import { expect, test } from 'vitest';
import { textWidth } from './text-width.ts';

const font = createRequire(import.meta.url).resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf');

/** The width of the drawn glyphs, from resvg. */
function inkWidth(text: string): number {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="2000" height="200"><text x="50" y="100" font-size="100" font-family="DejaVu Sans">${text}</text></svg>`;
  return (
    new Resvg(svg, { font: { loadSystemFonts: false, fontFiles: [font] } }).getBBox()?.width ?? 0
  );
}

/** The advance width of a text: with bars around it, its side bearings count. */
const between = (text: string) => inkWidth(`|${text}|`) - inkWidth('||');

test('widths are those of DejaVu Sans, as resvg lays it out', () => {
  for (const text of ['Common Chickweed', 'Maize (12)', '0.79', 'abcxyz#@%']) {
    expect(Math.abs(textWidth(text, { size: 100 }) - between(text))).toBeLessThan(2);
  }
});

test('bold text is wider, and the width grows with the size', () => {
  const plain = textWidth('Charlock', { size: 10 });
  expect(textWidth('Charlock', { size: 10, bold: true })).toBeGreaterThan(plain);
  expect(textWidth('Charlock', { size: 20 })).toBeCloseTo(2 * plain);
});
