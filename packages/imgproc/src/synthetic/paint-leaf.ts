import type { Canvas, Colour } from './canvas.ts';
import { blend, cloudNoise, ease } from './grain.ts';
import { type LeafPoint, leafShape } from './leaf-shape.ts';
import type { Light } from './light.ts';
import type { Leaf } from './plant.ts';

/** The properties that all leaves of one plant share. */
export interface Foliage {
  readonly seed: number;
  readonly colour: Colour;
}

/** Paints one leaf: first its shadow on everything below it, then its blade with folds, veins and mottling. */
export function paintLeaf(
  canvas: Canvas,
  leaf: Leaf,
  { foliage, light }: { foliage: Foliage; light: Light },
): void {
  const shape = leafShape(leaf.outline, leaf);
  const point: LeafPoint = { distance: 0, along: 0, across: 0 };
  const [cos, sin] = [Math.cos(leaf.angle), Math.sin(leaf.angle)];
  const probe = (x: number, y: number): void => {
    const [awayX, awayY] = [x - leaf.x, y - leaf.y];
    shape(awayX * cos + awayY * sin, awayY * cos - awayX * sin, point);
  };
  const softness = 1 + leaf.height * 0.6;
  const [shadowX, shadowY] = [light.towards[0] * leaf.height, light.towards[1] * leaf.height];
  forPixelsNear(canvas, { leaf, margin: leaf.height + softness }, (x, y, at) => {
    probe(x + shadowX, y + shadowY);
    const cover = ease(0.5 + point.distance / (2 * softness));
    if (cover > 0) multiply(canvas, at, 1 - cover * (0.25 + 0.4 * light.direct));
  });
  // positive where the left half of the folded leaf faces the lamp
  const fold = (light.towards[1] * cos - light.towards[0] * sin) * light.direct;
  const own = leafColour(leaf, foliage.colour);
  forPixelsNear(canvas, { leaf, margin: 1 }, (x, y, at) => {
    probe(x, y);
    const cover = point.distance + 0.5;
    if (cover <= 0) return;
    const shade =
      1 +
      0.16 * fold * Math.sin(2 * point.across) +
      0.12 * (point.along - 0.5) * light.direct +
      0.14 * (cloudNoise(x / 9, y / 9, { seed: foliage.seed, octaves: 3 }) - 0.5) +
      vein(leaf.veins, point);
    mix(canvas, at, { colour: own, shade, cover: Math.min(1, cover) });
  });
}

/** How much a vein lightens a point. */
function vein(veins: Leaf['veins'], { along, across }: LeafPoint): number {
  if (veins === 'none') return 0;
  const midrib = 0.13 * Math.max(0, 1 - Math.abs(across) * 8);
  if (veins === 'parallel') return midrib + 0.035 * Math.cos(across * 14);
  const phase =
    veins === 'pinnate'
      ? (along - 0.28 * Math.abs(across)) * 44
      : (along * 8) / (0.3 + Math.abs(across));
  return midrib + 0.05 * Math.max(0, Math.cos(phase)) ** 6;
}

function leafColour(leaf: Leaf, [red, green, blue]: Colour): Colour {
  const young = 1 - leaf.age;
  const stalk = leaf.veins === 'none' ? 1 : 0;
  return [
    red * (1 + 0.16 * young + 0.2 * stalk),
    green * (1 + 0.08 * young + 0.02 * stalk),
    blue * (1 - 0.05 * young + 0.12 * stalk),
  ];
}

/** Calls `visit` for each pixel (by its centre) in the box of the leaf, widened by `margin` pixels. */
function forPixelsNear(
  { height, width }: Canvas,
  { leaf, margin }: { readonly leaf: Leaf; readonly margin: number },
  visit: (x: number, y: number, at: number) => void,
): void {
  const aspect = leaf.outline.aspect;
  const reach = (leaf.length * aspect) / 2 + margin + 1;
  const tipX = leaf.x + leaf.length * (Math.cos(leaf.angle) - leaf.bend * Math.sin(leaf.angle));
  const tipY = leaf.y + leaf.length * (Math.sin(leaf.angle) + leaf.bend * Math.cos(leaf.angle));
  const bow = Math.abs(leaf.bend) * leaf.length * 0.25;
  const left = Math.max(0, Math.floor(Math.min(leaf.x, tipX) - reach - bow));
  const right = Math.min(width - 1, Math.ceil(Math.max(leaf.x, tipX) + reach + bow));
  const top = Math.max(0, Math.floor(Math.min(leaf.y, tipY) - reach - bow));
  const bottom = Math.min(height - 1, Math.ceil(Math.max(leaf.y, tipY) + reach + bow));
  for (let row = top; row <= bottom; row++) {
    for (let column = left; column <= right; column++) {
      visit(column, row, (row * width + column) * 3);
    }
  }
}

function multiply({ data }: Canvas, at: number, factor: number): void {
  for (let channel = 0; channel < 3; channel++) data[at + channel]! *= factor;
}

function mix(
  { data }: Canvas,
  at: number,
  { colour, shade, cover }: { colour: Colour; shade: number; cover: number },
): void {
  for (let channel = 0; channel < 3; channel++) {
    data[at + channel] = blend(data[at + channel]!, colour[channel]! * shade, cover);
  }
}
