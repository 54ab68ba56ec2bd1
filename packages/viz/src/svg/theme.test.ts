import { expect, test } from 'vitest';
import { colours, fontFamily, themeConfig } from './theme.ts';

const WHITE = '#ffffff';
const DARK_PAGE = '#0f1417';

/** The relative luminance of a colour, 0 to 1, as WCAG 2 defines it. */
function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

/** The contrast of two colours, 1 to 21, as WCAG 2 defines it. */
function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light! + 0.05) / (dark! + 0.05);
}

test('black on white has the contrast 21', () => {
  expect(contrast('#000000', WHITE)).toBeCloseTo(21, 9);
  expect(contrast('#767676', WHITE)).toBeCloseTo(4.54, 2);
});

test('every colour is written the same way, and no two are equal', () => {
  const values = Object.values(colours);
  for (const value of values) expect(value).toMatch(/^#[0-9a-f]{6}$/);
  expect(new Set(values).size).toBe(values.length);
});

test.each(['training', 'validation', 'right', 'wrong'] as const)(
  '%s has a contrast of 3 on a white and on a dark page',
  (name) => {
    expect(contrast(colours[name], WHITE)).toBeGreaterThanOrEqual(3);
    expect(contrast(colours[name], colours.paper)).toBeGreaterThanOrEqual(3);
    expect(contrast(colours[name], DARK_PAGE)).toBeGreaterThanOrEqual(3);
  },
);

test.each(['ink', 'muted'] as const)('text in %s can be read', (name) => {
  for (const ground of [colours.paper, colours.empty]) {
    expect(contrast(colours[name], ground)).toBeGreaterThanOrEqual(4.5);
  }
});

test('grids are weaker than text, and can be seen', () => {
  const grid = contrast(colours.grid, colours.paper);
  expect(grid).toBeGreaterThan(1.1);
  expect(grid).toBeLessThan(contrast(colours.muted, colours.paper) / 2);
});

test('the theme has the colours and the font of the report', () => {
  expect(themeConfig).toMatchObject({
    background: colours.paper,
    font: fontFamily,
    title: { color: colours.ink },
    axis: { gridColor: colours.grid, labelColor: colours.muted, titleColor: colours.muted },
    legend: { labelColor: colours.ink },
    text: { color: colours.ink },
  });
});

test('the fonts contain the one that resvg is given, and end with any font', () => {
  const families = fontFamily.split(', ');
  expect(families).toContain('"DejaVu Sans"');
  expect(families.at(-1)).toBe('sans-serif');
});

test('labels are never cut by Vega', () => {
  expect(themeConfig).toMatchObject({
    axis: { labelLimit: 0, titleLimit: 0 },
    legend: { labelLimit: 0 },
  });
});
