import { expect, test } from 'vitest';
import { colours } from '../svg/theme.ts';
import { style } from './style.ts';

/** The variables that a block of declarations sets. */
function variables(block: string | undefined): string[] {
  return Array.from(block?.matchAll(/(--[a-z-]+):/g) ?? [], ([, name]) => name!);
}

const light = variables(style.match(/:root\{color-scheme:light dark;([^}]*)\}/)?.[1]);
const dark = variables(style.match(/prefers-color-scheme:dark\)\{:root\{([^}]*)\}/)?.[1]);

test('the dark scheme sets every variable of the light one, each once', () => {
  expect(light.length).toBeGreaterThan(10);
  expect(dark).toEqual(light);
  expect(new Set(light).size).toBe(light.length);
});

test('every variable that is used is set, and every one that is set is used', () => {
  const used = Array.from(style.matchAll(/var\((--[a-z-]+)\)/g), ([, name]) => name!);
  expect(new Set(used)).toEqual(new Set(light));
});

test('the light scheme has the colours of the plots', () => {
  for (const name of ['paper', 'ink', 'muted', 'empty', 'pale', 'neutral'] as const) {
    expect(style).toContain(`--${name}:${colours[name]};`);
  }
});

test.each([
  ['ink', '--ink'],
  ['muted', '--muted'],
  ['grid', '--line'],
  ['empty', '--empty'],
  ['paper', '--paper'],
  ['validation', '--blue'],
  ['pale', '--pale'],
  ['neutral', '--neutral'],
] as const)('%s in a plot becomes %s, as filling and as line', (name, variable) => {
  const colour = colours[name];
  expect(style).toContain(`.canvas [fill="${colour}"]{fill:var(${variable})}`);
  expect(style).toContain(`.canvas [stroke="${colour}"]{stroke:var(${variable})}`);
});

test('the braces are balanced, so that no rule swallows another', () => {
  let depth = 0;
  for (const brace of style.match(/[{}]/g) ?? []) {
    depth += brace === '{' ? 1 : -1;
    expect(depth).toBeGreaterThanOrEqual(0);
    expect(depth).toBeLessThanOrEqual(2);
  }
  expect(depth).toBe(0);
});

test('the report is self-contained: the style loads nothing', () => {
  expect(style).not.toMatch(/url\(|@import|https?:/);
  expect(style).not.toContain('</style');
});
