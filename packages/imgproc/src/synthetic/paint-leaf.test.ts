import { expect, test } from 'vitest';
import { blankCanvas, type Canvas } from './canvas.ts';
import type { Light } from './light.ts';
import { paintLeaf } from './paint-leaf.ts';
import type { Leaf } from './plant.ts';

const side = 60;
const GROUND = 100;
const foliage = { seed: 1, colour: [80, 120, 60] } as const;
const light: Light = { towards: [0, -1], direct: 0.5, gain: [1, 1, 1] };

/** A leaf that points to the right from the left of the middle, 30 pixels long and 12 wide. */
const leaf: Leaf = {
  outline: { kind: 'blade', aspect: 0.4, base: 0.5, tip: 0.5 },
  veins: 'pinnate',
  x: 15,
  y: 30,
  angle: 0,
  length: 30,
  bend: 0,
  age: 1,
  height: 4,
};

function painted(change: Partial<Leaf> = {}, lit: Partial<Light> = {}): Canvas {
  const canvas = blankCanvas(side, side);
  canvas.data.fill(GROUND);
  paintLeaf(canvas, { ...leaf, ...change }, { foliage, light: { ...light, ...lit } });
  return canvas;
}

type Pixel = readonly [red: number, green: number, blue: number];

const pixel = ({ data }: Canvas, x: number, y: number): Pixel => {
  const at = (y * side + x) * 3;
  return [data[at]!, data[at + 1]!, data[at + 2]!];
};
const isGreen = ([red, green, blue]: Pixel) => green > red * 1.2 && green > blue * 1.2;
const isGround = (colour: Pixel) => colour.every((value) => value === GROUND);

/** The columns and rows of the green pixels, first and last. */
function greenBox(canvas: Canvas): { x: number[]; y: number[] } {
  const found = Array.from(
    { length: side * side },
    (_, at) => [at % side, Math.floor(at / side)] as const,
  ).filter(([x, y]) => isGreen(pixel(canvas, x, y)));
  const range = (values: number[]) => [Math.min(...values), Math.max(...values)];
  return { x: range(found.map(([x]) => x)), y: range(found.map(([, y]) => y)) };
}

test('the same leaf gives the same pixels', () => {
  expect(painted()).toEqual(painted());
});

test('the blade is green, from its base to its tip and as wide as its outline', () => {
  const { x, y } = greenBox(painted());
  expect(x[0]).toBeGreaterThanOrEqual(15);
  expect(x[0]).toBeLessThan(18);
  expect(x[1]).toBeLessThanOrEqual(45);
  expect(x[1]).toBeGreaterThan(42);
  expect(y).toEqual([24, 36]);
});

test('pixels away from the leaf and its shadow stay as they are', () => {
  const canvas = painted();
  for (const [x, y] of [
    [0, 0],
    [59, 59],
    [30, 10],
    [5, 30],
    [55, 30],
  ] as const) {
    expect(isGround(pixel(canvas, x, y))).toBe(true);
  }
});

test('the angle turns a leaf about its base, clockwise in the picture', () => {
  const down = greenBox(painted({ x: 30, y: 15, angle: Math.PI / 2 }));
  expect(down.x).toEqual([24, 36]);
  expect(down.y[0]).toBeGreaterThanOrEqual(15);
  expect(down.y[1]).toBeGreaterThan(42);
});

test('the shadow falls to the side away from the lamp, farther from a higher leaf', () => {
  const darkest = (height: number, towards: readonly [number, number]) => {
    const canvas = painted({ height }, { towards });
    const dark = Array.from({ length: side }, (_, y) => y).filter((y) => {
      const [red, green, blue] = pixel(canvas, 30, y);
      return red === green && green === blue && red < GROUND * 0.7;
    });
    return [dark[0], dark.at(-1)];
  };
  const [first, last] = darkest(4, [0, -1]);
  expect(first).toBeGreaterThan(36);
  expect(darkest(8, [0, -1])[1]).toBeGreaterThan(last!);
  expect(darkest(4, [0, 1])[1]).toBeLessThan(24);
});

test('direct light makes a darker shadow', () => {
  const [soft] = pixel(painted({}, { direct: 0 }), 30, 38);
  const [hard] = pixel(painted({}, { direct: 0.8 }), 30, 38);
  expect(soft).toBeLessThan(GROUND);
  expect(hard).toBeLessThan(soft);
});

test('the half of the fold that faces the lamp is lighter', () => {
  const brightness = (canvas: Canvas, y: number) => pixel(canvas, 30, y)[1];
  const fromAbove = painted({ veins: 'none' });
  const fromBelow = painted({ veins: 'none' }, { towards: [0, 1] });
  const gradient = (canvas: Canvas) => brightness(canvas, 33) - brightness(canvas, 27);
  expect(gradient(fromAbove)).toBeLessThan(gradient(fromBelow));
});

test('a young leaf is lighter and yellower than an old one', () => {
  const [oldRed, oldGreen, oldBlue] = pixel(painted(), 30, 28);
  const [red, green, blue] = pixel(painted({ age: 0 }), 30, 28);
  expect(red / oldRed).toBeCloseTo(1.16, 3);
  expect(green / oldGreen).toBeCloseTo(1.08, 3);
  expect(blue / oldBlue).toBeCloseTo(0.95, 3);
});

test('veins lighten the midrib, and a stalk has none', () => {
  const onMidrib = (veins: Leaf['veins']) => pixel(painted({ veins }), 30, 30)[1];
  for (const veins of ['pinnate', 'palmate', 'parallel'] as const) {
    expect(onMidrib(veins) / foliage.colour[1]).toBeGreaterThan(
      onMidrib('none') / (foliage.colour[1] * 1.02),
    );
  }
});

test('a leaf hides a leaf below it', () => {
  const canvas = painted({ age: 0 });
  paintLeaf(canvas, leaf, { foliage, light });
  expect(pixel(canvas, 30, 31)).toEqual(pixel(painted(), 30, 31));
});

test.each([
  ['partly', { x: 50 }],
  ['at a corner', { x: 55, y: 58, angle: 0.7 }],
  ['wholly', { x: 500, y: -500 }],
])('a leaf may lie %s outside of the picture', (_, change) => {
  const { data } = painted(change);
  expect(data).toHaveLength(side * side * 3);
  expect(data.every(Number.isFinite)).toBe(true);
});
