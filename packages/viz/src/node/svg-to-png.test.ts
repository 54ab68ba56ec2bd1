import { Resvg } from '@resvg/resvg-js';
import { expect, test } from 'vitest';
import { confusionMatrix } from '../plots/confusion-matrix.ts';
import { renderSvg } from '../svg/render-svg.ts';
import { fontFamily } from '../svg/theme.ts';
import { base64 } from '../text/base64.ts';
import { svgToPng } from './svg-to-png.ts';

const page = (content: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="50">${content}</svg>`;
const text = (line: string, weight = '400') =>
  page(
    `<text x="10" y="30" font-size="20" font-weight="${weight}" font-family='${fontFamily}'>${line}</text>`,
  );

/** The number of pixels of a PNG that are darker than mid grey. */
function ink(png: Uint8Array): number {
  const { width, height } = new Resvg(page('')).render();
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width * 2}" height="${height * 2}"><image width="${width * 2}" height="${height * 2}" href="data:image/png;base64,${base64(png)}"/></svg>`;
  const { pixels } = new Resvg(svg).render();
  let dark = 0;
  for (let at = 0; at < pixels.length; at += 4) if (pixels[at]! < 128) dark++;
  return dark;
}

test('text is drawn without fonts of the system, and bold text is bolder', async () => {
  const empty = ink(await svgToPng(page('')));
  const plain = ink(await svgToPng(text('Shepherd’s Purse')));
  const bold = ink(await svgToPng(text('Shepherd’s Purse', '600')));
  expect(empty).toBe(0);
  expect(plain).toBeGreaterThan(800);
  expect(bold).toBeGreaterThan(1.25 * plain);
});

test('the same SVG gives the same bytes', async () => {
  const svg = await renderSvg(
    confusionMatrix(
      [
        [3, 1],
        [0, 4],
      ],
      { classes: ['a', 'b'] },
    ),
  );
  expect(await svgToPng(svg)).toEqual(await svgToPng(svg));
});

const size = (png: Uint8Array) => {
  const view = new DataView(png.buffer, png.byteOffset);
  return [view.getUint32(16), view.getUint32(20)];
};

test('is twice the size that the SVG states, or has the given width', async () => {
  expect(size(await svgToPng(page('')))).toEqual([400, 100]);
  expect(size(await svgToPng(page(''), { width: 300 }))).toEqual([300, 75]);
});

test.each([0, 1e9, NaN])('a width of %d pixels is refused', async (width) => {
  await expect(svgToPng('<svg/>', { width })).rejects.toMatchObject({
    context: { option: 'width' },
  });
});
