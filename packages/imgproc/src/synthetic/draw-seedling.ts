import { type Raster, type Rng, rngAt } from '@sprout/core';
import { photograph } from './camera.ts';
import { blankCanvas, type Colour } from './canvas.ts';
import { blend } from './grain.ts';
import { drawLight } from './light.ts';
import { type Foliage, paintLeaf } from './paint-leaf.ts';
import { growPlant } from './plant.ts';
import type { SeedlingPlan } from './plan-sample.ts';
import { drawSoil, paintSoil } from './soil.ts';
import { speciesAt } from './species-at.ts';

const PALE_SOIL = 0.28;
const YELLOW_GREEN: Colour = [140, 166, 66];
const DEEP_GREEN: Colour = [78, 116, 60];

/**
 * Draws one seedling, seen from above. Soil, plant, light and camera each have a random stream of their own; the same plan
 * always gives the same pixels.
 *
 * @returns `[size, size, 3]`, RGB.
 */
export function drawSeedling(plan: SeedlingPlan): Raster {
  const { className, species, number, seed, size, paleSoil } = plan;
  const stream = (purpose: string) => rngAt(seed, ['sample', className, number, purpose]);
  const canvas = blankCanvas(size, size);
  const light = drawLight(stream('light'));
  paintSoil(canvas, drawSoil(size, stream('soil'), { pallor: paleSoil ? PALE_SOIL : 0 }), light);
  const foliage = drawFoliage(stream('foliage'));
  for (const leaf of growPlant(speciesAt(species), size, stream('plant'))) {
    paintLeaf(canvas, leaf, { foliage, light });
  }
  return photograph(canvas, light, stream('camera'));
}

/** The colours of the leaves. They do not depend on the class. */
function drawFoliage(rng: Rng): Foliage {
  const yellow = rng.uniform(0.1, 0.9);
  const depth = rng.uniform(0.92, 1.1);
  const green = (channel: 0 | 1 | 2) =>
    depth * blend(DEEP_GREEN[channel], YELLOW_GREEN[channel], yellow);
  return { seed: rng.uint32(), colour: [green(0), green(1), green(2)] };
}
