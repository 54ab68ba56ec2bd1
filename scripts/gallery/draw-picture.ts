import type { OpSpec, Raster } from '@sprout/core';
import { drawSeedling, planSample, resizePil, setUpAugmentation } from '@sprout/imgproc';

/** The side of a picture's images, in pixels, and the space between them. */
export const SIDE = 96;
const GAP = 4;
const DRAWS = 4;
const WHITE = 255;

/** An original, and the results of an op for it with several draws. */
export interface OpImages {
  readonly original: Raster;
  readonly draws: readonly Raster[];
}

/** A drawn seedling, and the results of an op for it. @throws {SproutError} For a spec that is not valid. */
export async function opImages(spec: OpSpec): Promise<OpImages> {
  const original = seedling();
  const { draw, apply } = await setUpAugmentation([spec]);
  const draws = Array.from({ length: DRAWS }, (_, epoch) =>
    apply(original, draw({ seed: 1, epoch, id: 'seedling' })),
  );
  return { original, draws };
}

/** Whether a draw differs from the original. */
export function showsChange({ original, draws }: OpImages): boolean {
  return draws.some(
    ({ height, width, data }) =>
      height !== original.height || width !== original.width || !equal(data, original.data),
  );
}

function equal(a: Uint8Array, b: Uint8Array): boolean {
  return a.every((value, at) => value === b[at]);
}

/** The original and the draws in a row, on white. */
export function row({ original, draws }: OpImages): Raster {
  const images = [original, ...draws];
  const width = images.length * (SIDE + GAP) - GAP;
  const data = new Uint8Array(SIDE * width * 3).fill(WHITE);
  for (const [position, image] of images.entries()) {
    const fitted = fit(image);
    const left = position * (SIDE + GAP) + Math.floor((SIDE - fitted.width) / 2);
    const top = Math.floor((SIDE - fitted.height) / 2);
    const length = fitted.width * 3;
    for (let line = 0; line < fitted.height; line++) {
      const pixels = fitted.data.subarray(line * length, (line + 1) * length);
      data.set(pixels, ((top + line) * width + left) * 3);
    }
  }
  return { height: SIDE, width, channels: 3, data };
}

/** The image, shrunk to the side of a picture if it is larger. */
function fit(image: Raster): Raster {
  const scale = SIDE / Math.max(image.height, image.width);
  if (scale >= 1) return image;
  const height = Math.max(1, Math.round(image.height * scale));
  const width = Math.max(1, Math.round(image.width * scale));
  return resizePil(image, { height, width, filter: 'box' });
}

function seedling(): Raster {
  const plans = planSample({ classes: 3, images: 6, size: SIDE, seed: 0 });
  const plan = plans.find(
    ({ className, number }) => className === 'Small-flowered Cranesbill' && number === 6,
  );
  return drawSeedling(plan ?? plans[0]!); // a sample has at least one plan
}
