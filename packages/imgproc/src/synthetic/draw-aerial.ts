import { type Raster, type Rng, rngAt } from '@sprout/core';
import type { Ground, Weather } from './aerial-tags.ts';
import { photograph } from './camera.ts';
import { blankCanvas, type Canvas, type Colour } from './canvas.ts';
import { cloudNoise } from './grain.ts';
import { type Cover, disc, paintShape, rectangle } from './paint-shapes.ts';
import type { AerialPlan } from './plan-aerial.ts';

const WHITE: Colour = [236, 238, 240];
const SUN = { towards: [1, 0], direct: 0.5, gain: [1, 1, 1] } as const;

/** Draws the land of an aerial image and its weather. The same plan always gives the same pixels. @returns `[size, size, 3]`, RGB. */
export function drawAerial({ number, seed, size, weather, ground }: AerialPlan): Raster {
  const stream = (purpose: string) => rngAt(seed, ['sample', 'aerial', number, purpose]);
  const canvas = blankCanvas(size, size);
  const land: Colour = ground.includes('primary') ? [44, 82, 48] : [104, 112, 66];
  cover(canvas, land, { rng: stream('land'), least: 1 });
  for (const tag of ORDER) if (ground.includes(tag)) PAINTERS[tag]?.(canvas, stream(tag));
  paintWeather(canvas, weather, stream('weather'));
  return photograph(canvas, SUN, stream('camera'));
}

/** What lies on top is painted last. */
const ORDER: readonly Ground[] = [
  'agriculture',
  'cultivation',
  'bare_ground',
  'water',
  'road',
  'habitation',
  'blooming',
];

const PAINTERS: { readonly [Tag in Ground]?: (canvas: Canvas, rng: Rng) => void } = {
  agriculture: (canvas, rng) => fields(canvas, rng, { colour: [150, 168, 92], count: 2 }),
  cultivation: (canvas, rng) => fields(canvas, rng, { colour: [120, 96, 60], count: 1 }),
  bare_ground: (canvas, rng) => cover(canvas, [196, 168, 128], { rng, least: 0.58 }),
  water: (canvas, rng) => line(canvas, rng, { colour: [62, 84, 104], width: 0.07, bends: 0.22 }),
  road: (canvas, rng) => line(canvas, rng, { colour: [178, 150, 116], width: 0.016, bends: 0.03 }),
  habitation: (canvas, rng) =>
    dots(canvas, rng, { colours: ROOFS, count: 14, radius: 0.022, spread: 0.14 }),
  blooming: (canvas, rng) =>
    dots(canvas, rng, { colours: [[226, 196, 40]], count: 9, radius: 0.03, spread: 0.3 }),
};

const ROOFS: readonly Colour[] = [
  [206, 200, 194],
  [172, 92, 74],
  [150, 158, 170],
];

/** Patches where slow noise is above `least`; everything with 1. */
function cover(canvas: Canvas, colour: Colour, { rng, least }: { rng: Rng; least: number }): void {
  const seed = rng.uint32();
  const scale = canvas.width / 4;
  const cloud = (x: number, y: number) => cloudNoise(x / scale, y / scale, { seed, octaves: 3 });
  const patches: Cover = (x, y) => (cloud(x, y) - least) * 8;
  const shades: Cover = (x, y) => 0.65 + 0.35 * cloud(x, y);
  paintShape(canvas, colour, { cover: least === 1 ? shades : patches, seed });
}

/** Fields with rows. */
function fields(
  canvas: Canvas,
  rng: Rng,
  { colour, count }: { colour: Colour; count: number },
): void {
  const { width } = canvas;
  for (let field = 0; field < count; field++) {
    const centre = { x: rng.uniform(0.15, 0.85) * width, y: rng.uniform(0.15, 0.85) * width };
    const half = { x: rng.uniform(0.16, 0.28) * width, y: rng.uniform(0.14, 0.24) * width };
    const angle = rng.uniform(0, Math.PI);
    const inside = rectangle(centre, half, angle);
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    const rows: Cover = (x, y) =>
      inside(x, y) * (0.8 + 0.2 * Math.sin(((x * cos + y * sin) / width) * 90));
    paintShape(canvas, colour, { cover: rows, seed: rng.uint32() });
  }
}

/** A band from border to border that bends. */
function line(
  canvas: Canvas,
  rng: Rng,
  { colour, width, bends }: { colour: Colour; width: number; bends: number },
): void {
  const size = canvas.width;
  const angle = rng.uniform(0, Math.PI);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const shift = rng.uniform(-0.25, 0.25) * size;
  const [phase, radius] = [rng.uniform(0, 6.28), Math.max(0.8, width * size)];
  const band: Cover = (x, y) => {
    const [u, v] = [x - size / 2, y - size / 2];
    const bend = Math.sin(((u * cos + v * sin) / size) * 5 + phase) * bends * size;
    return radius + 0.5 - Math.abs(v * cos - u * sin - shift - bend);
  };
  paintShape(canvas, colour, { cover: band, seed: rng.uint32() });
}

/** A cluster of small houses or trees. */
function dots(
  canvas: Canvas,
  rng: Rng,
  {
    colours,
    count,
    radius,
    spread,
  }: { colours: readonly Colour[]; count: number; radius: number; spread: number },
): void {
  const size = canvas.width;
  const [x, y] = [rng.uniform(0.25, 0.75) * size, rng.uniform(0.25, 0.75) * size];
  for (let at = 0; at < count; at++) {
    const centre = { x: x + rng.normal(0, spread) * size, y: y + rng.normal(0, spread) * size };
    const shape = disc(centre.x, centre.y, Math.max(1, radius * size * rng.uniform(0.7, 1.2)));
    paintShape(canvas, colours[at % colours.length]!, { cover: shape, seed: rng.uint32() });
  }
}

function paintWeather(canvas: Canvas, weather: Weather, rng: Rng): void {
  const seed = rng.uint32();
  const scale = canvas.width / rng.uniform(2.5, 4);
  const share = rng.uniform(0.4, 0.6);
  const clouds: Cover = (x, y) =>
    (cloudNoise(x / scale, y / scale, { seed, octaves: 3 }) - 0.55) * 7;
  if (weather === 'haze') paintShape(canvas, WHITE, { cover: () => share, seed });
  if (weather === 'partly_cloudy') paintShape(canvas, WHITE, { cover: clouds, seed });
  if (weather === 'cloudy') paintShape(canvas, WHITE, { cover: () => 0.97, seed });
}
