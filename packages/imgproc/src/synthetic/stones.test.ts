import { expect, test } from 'vitest';
import { blankCanvas } from './canvas.ts';
import { scatterStones } from './stones.ts';

const side = 80;
const light = { towards: [1, 0], direct: 0.5, gain: [1, 1, 1] } as const;
const layer = { spacing: 10, seed: 3, light };

/** The colours of all pixels, painted on a ground of one brightness. */
function scattered(
  change: Partial<Parameters<typeof scatterStones>[1]> = {},
  ground = 100,
): number[] {
  const paint = scatterStones(blankCanvas(side, side), { ...layer, ...change });
  return Array.from({ length: side * side }, (_, pixel) => {
    const colour: [number, number, number] = [ground, ground, ground];
    paint(pixel % side, Math.floor(pixel / side), colour);
    return colour;
  }).flat();
}

test('the same seed gives the same stones, and another seed gives others', () => {
  expect(scattered()).toEqual(scattered());
  expect(scattered({ seed: 4 })).not.toEqual(scattered());
});

test('the pixels may be painted in any order', () => {
  const paint = scatterStones(blankCanvas(side, side), layer);
  const colour = (column: number, row: number) => {
    const painted: [number, number, number] = [100, 100, 100];
    paint(column, row, painted);
    return painted;
  };
  const first = colour(12, 7);
  colour(30, 31);
  expect(colour(12, 7)).toEqual(first);
});

/** The share of the ground that is seen at each pixel. */
function groundShares(spacing: number): number[] {
  const onWhite = scattered({ spacing }, 200);
  return scattered({ spacing }, 100)
    .map((value, at) => (onWhite[at]! - value) / 100)
    .filter((_, at) => at % 3 === 0);
}

test('a stone hides the ground, and the ground beside stones is darkened', () => {
  const shares = groundShares(10);
  expect(Math.min(...shares)).toBeCloseTo(0, 9);
  expect(Math.max(...shares)).toBeLessThanOrEqual(1);
  const hidden = shares.filter((share) => share < 1e-9).length / shares.length;
  expect(hidden).toBeGreaterThan(0.3);
  expect(hidden).toBeLessThan(0.5);
  expect(shares.some((share) => share > 0.7 && share < 1)).toBe(true);
});

test('the ground is seen again where two stones meet', () => {
  const shares = groundShares(20);
  const steps = shares.map((share, at) =>
    at % side === 0 ? 0 : Math.abs(share - shares[at - 1]!),
  );
  expect(Math.max(...steps)).toBeGreaterThan(0.3);
  expect(Math.max(...steps)).toBeLessThan(0.8);
});

test('stones have several colours, all shades of brown', () => {
  const pixels = scattered({ light: { ...light, direct: 0 } }, 0);
  const ratios = new Set<string>();
  for (let at = 0; at < pixels.length; at += 3) {
    const [red, green, blue] = pixels.slice(at, at + 3) as [number, number, number];
    if (red < 1) continue; // ground
    expect(red).toBeGreaterThan(green);
    expect(green).toBeGreaterThan(blue);
    ratios.add((green / red).toFixed(6));
  }
  expect(ratios.size).toBeGreaterThan(3);
  expect(ratios.size).toBeLessThanOrEqual(8);
});

test('light from the other side brightens what was in the shade', () => {
  const ambient = scattered({ light: { ...light, direct: 0 } });
  const right = scattered();
  const left = scattered({ light: { ...light, towards: [-1, 0] } });
  expect(right).not.toEqual(left);
  ambient.forEach((value, at) => expect(right[at]! + left[at]!).toBeCloseTo(2 * value, 9));
});

test('twice the spacing gives the same stones, twice as large', () => {
  const small = scattered({ spacing: 10 });
  const large = scattered({ spacing: 20 });
  for (const [column, row] of [
    [0, 0],
    [3, 11],
    [19, 19],
  ] as const) {
    const at = (row * side + column) * 3;
    const atLarge = (2 * row * side + 2 * column) * 3;
    expect(large.slice(atLarge, atLarge + 3)).toEqual(small.slice(at, at + 3));
  }
});
