import { Resvg } from '@resvg/resvg-js';
import { expect, test } from 'vitest';
import { contactSheet } from './contact-sheet.ts';

/** A PNG of one colour. */
function plain(width: number, height: number, colour: string): Uint8Array {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="${width}" height="${height}" fill="${colour}"/></svg>`;
  return new Resvg(svg).render().asPng();
}

function pixels(svg: string) {
  const {
    width,
    height,
    pixels: data,
  } = new Resvg(svg, { font: { loadSystemFonts: false } }).render();
  const at = (x: number, y: number) => [
    ...data.subarray(4 * (y * width + x), 4 * (y * width + x) + 3),
  ];
  return { width, height, at };
}

const wide = { png: plain(40, 20, '#ff0000'), width: 40, height: 20 };
const tall = { png: plain(100, 400, '#0000ff'), width: 100, height: 400 };

test('pictures of differing sizes are fitted into their tiles, in rows', () => {
  const sheet = pixels(contactSheet([wide, tall, wide], { columns: 2, tileSize: 80 }));
  expect([sheet.width, sheet.height]).toEqual([20 + 80 + 12 + 80 + 20, 20 + 80 + 12 + 80 + 20]);
  expect(sheet.at(60, 60)).toEqual([255, 0, 0]); // the middle of the first tile
  expect(sheet.at(60, 30)).toEqual([242, 245, 247]); // above the wide picture: the frame
  expect(sheet.at(152, 25)).toEqual([0, 0, 255]); // the tall picture reaches the top
  expect(sheet.at(115, 60)).toEqual([242, 245, 247]);
  expect(sheet.at(60, 152)).toEqual([255, 0, 0]); // the second row
});

test('captions, notes and headings are escaped', () => {
  const caption = '<script>alert("&")</script>\u202E';
  const svg = contactSheet([{ ...wide, caption, note: 'rotate 15°' }], {
    columns: 1,
    tileSize: 400,
    title: 'A & B',
    columnTitles: ['original'],
  });
  expect(svg).toContain('&lt;script&gt;alert(&quot;&amp;&quot;)&lt;/script&gt;\\u{202e}');
  for (const line of ['A &amp; B', 'original', 'rotate 15°'])
    expect(svg).toContain(`>${line}</text>`);
  expect(() => pixels(svg)).not.toThrow();
});

test('a long title is broken, and the pictures are below it', () => {
  const title = 'The smallest change that changes the prediction';
  const one = contactSheet([wide], { columns: 1, tileSize: 600, title });
  const three = contactSheet([wide], { columns: 1, tileSize: 200, title });
  expect(one).toContain(`>${title}</text>`);
  const lines = Array.from(three.matchAll(/<text [^>]*>([^<]*)</g), ([, line]) => line);
  expect(lines.length).toBeGreaterThan(1);
  expect(lines.join(' ')).toBe(title);
  expect(pixels(three).height - 200).toBe(pixels(one).height - 600 + (lines.length - 1) * 22);
});

test('long captions are shortened at their start', () => {
  const svg = contactSheet([{ ...wide, caption: `${'folder/'.repeat(20)}7.png` }], { columns: 1 });
  expect(svg).toMatch(/>…[a-z/]{5,30}7\.png<\/text>/);
});

test('further lines are broken at the width of the tile, and at most twenty are shown', () => {
  const lines = ['rotate degrees 12.5', 'noise amount 3'];
  const svg = contactSheet([{ ...wide, lines }, wide], { columns: 2, tileSize: 90 });
  const shown = Array.from(svg.matchAll(/<text [^>]*>([^<]*)</g), ([, line]) => line);
  expect(shown).toEqual(['rotate degrees', '12.5', 'noise amount 3']);
  expect(pixels(svg).height).toBe(20 + 90 + 4 + 3 * 16 + 20);
  const many = contactSheet([{ ...wide, lines: Array(30).fill('noise') as string[] }], {
    columns: 1,
  });
  expect(many.match(/>noise</g)).toHaveLength(19);
  expect(many).toContain('>…<');
});

test('an empty sheet is a valid SVG', () => {
  expect(pixels(contactSheet([], { columns: 3 })).width).toBe(190);
});

test.each([0, -1, NaN])('a sheet of %d columns is refused', (columns) => {
  expect(() => contactSheet([], { columns })).toThrow('columns must be a whole number');
});
