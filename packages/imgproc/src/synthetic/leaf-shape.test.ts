import { expect, test } from 'vitest';
import { type LeafPoint, leafShape } from './leaf-shape.ts';

const oval = { kind: 'blade', aspect: 0.5, base: 0.5, tip: 0.5 } as const;
const straight = { length: 100, bend: 0 };

function at(shape: ReturnType<typeof leafShape>, x: number, y: number): LeafPoint {
  const point = { distance: 0, along: 0, across: 0 };
  shape(x, y, point);
  return point;
}

test('a blade is as wide as its aspect says, where it is widest', () => {
  const shape = leafShape(oval, straight);
  expect(at(shape, 50, 0).distance).toBeCloseTo(25);
  expect(at(shape, 50, 0)).toMatchObject({ along: 0.5, across: 0 });
  expect(at(shape, 50, 25).distance).toBeCloseTo(0);
  expect(at(shape, 50, 25).across).toBeCloseTo(1);
  expect(at(shape, 50, -35).distance).toBeCloseTo(-10);
});

test('a point beyond the base or the tip has the negative distance from it', () => {
  const shape = leafShape(oval, straight);
  expect(at(shape, -10, 0).distance).toBe(-10);
  expect(at(shape, 103, 4).distance).toBe(-5);
});

test('a bend moves the midrib to the side', () => {
  const shape = leafShape(oval, { length: 100, bend: 0.4 });
  expect(at(shape, 50, 10).across).toBe(0);
});

test('teeth cut into a margin without reaching the midrib', () => {
  const margin = { teeth: 4, depth: 0.5, lean: 0, sharpness: 1 };
  const shape = leafShape({ ...oval, margin }, straight);
  expect(at(shape, 50, 20).distance).toBeLessThan(0);
  expect(at(shape, 62.5, 20).distance).toBeGreaterThan(0);
  expect(at(shape, 50, 0).distance).toBeCloseTo(12.5);
});

test('a disc is notched where its stalk joins', () => {
  const disc = { kind: 'disc', aspect: 1, baseNotch: 0.5, tipNotch: 0 } as const;
  const shape = leafShape(disc, { length: 75, bend: 0 });
  expect(at(shape, 25, 0).distance).toBeCloseTo(50, 0); // the centre of a circle of radius 50
  expect(at(shape, 0, 0).distance).toBeCloseTo(0, 0); // the bottom of the notch, half a radius from the centre
  expect(at(shape, -10, 30).distance).toBeGreaterThan(0); // the lobes beside the notch reach behind the base
});
