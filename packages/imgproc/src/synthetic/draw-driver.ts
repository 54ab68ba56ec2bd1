import { type Raster, type Rng, rngAt } from '@sprout/core';
import { photograph } from './camera.ts';
import { blankCanvas, type Colour } from './canvas.ts';
import { type Cover, disc, paintShape, rectangle, stroke } from './paint-shapes.ts';
import { armAngle, type DriverPlan } from './plan-drivers.ts';

/**
 * Draws one image of a driver, seen from the side: the car, the head, the body, an arm and a thing in the hand. The class is the
 * direction of the arm; everything else belongs to the driver. The same plan always gives the same pixels.
 *
 * @returns `[size, size, 3]`, RGB.
 */
export function drawDriver(plan: DriverPlan): Raster {
  const { driver, size, seed, className, number } = plan;
  const own = rngAt(seed, ['sample', 'driver', driver, 'car']);
  const frame = rngAt(seed, ['sample', 'driver', className, number, 'frame']);
  const [car, window, shirt, skin] = [
    colourFrom(own, 30, 120),
    colourFrom(own, 90, 230),
    colourFrom(own, 20, 230),
    drawSkin(own),
  ];
  const canvas = blankCanvas(size, size);
  const paint = (colour: Colour, cover: Cover) =>
    paintShape(canvas, colour, { cover, seed: frame.uint32() });
  const sway = (): number => frame.normal(0, 0.006) * size;
  const body = {
    x: own.uniform(0.4, 0.5) * size + sway(),
    y: own.uniform(0.52, 0.6) * size + sway(),
  };
  paint(car, () => 1);
  paint(
    window,
    rectangle(
      { x: own.uniform(0.3, 0.7) * size, y: 0.18 * size },
      { x: 0.36 * size, y: 0.14 * size },
      0,
    ),
  );
  paint(
    shirt,
    rectangle({ x: body.x, y: body.y + 0.24 * size }, { x: 0.15 * size, y: 0.26 * size }, 0),
  );
  paint(skin, disc(body.x, body.y - 0.15 * size, 0.1 * size));
  const angle = armAngle(plan) + frame.normal(0, 0.04);
  const reach = 0.3 * size;
  const hand = { x: body.x + Math.cos(angle) * reach, y: body.y + Math.sin(angle) * reach };
  paint(skin, stroke(body, hand, 0.035 * size));
  paint([24, 24, 28], disc(hand.x, hand.y, 0.045 * size));
  return photograph(canvas, drawLamp(own), frame);
}

function colourFrom(rng: Rng, low: number, high: number): Colour {
  return [rng.uniform(low, high), rng.uniform(low, high), rng.uniform(low, high)];
}

function drawSkin(rng: Rng): Colour {
  const depth = rng.uniform(0.45, 1);
  return [232 * depth, 190 * depth, 160 * depth];
}

function drawLamp(rng: Rng) {
  const exposure = rng.uniform(0.8, 1.15);
  return { towards: [1, 0], direct: 0.5, gain: [exposure, exposure, exposure] } as const;
}
