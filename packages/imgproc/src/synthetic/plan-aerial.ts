import { type Rng, rngAt } from '@sprout/core';
import { GROUND, type Ground, WEATHER, type Weather } from './aerial-tags.ts';
import { resolveSampleOptions, type SampleOptions } from './sample-options.ts';

/** The data that determine one aerial image. */
export interface AerialPlan {
  /** Its path in the data set, `images/0001.png` for example. */
  readonly id: string;
  readonly number: number;
  readonly size: number;
  readonly seed: number;
  readonly weather: Weather;
  /** In the order of `GROUND`. */
  readonly ground: readonly Ground[];
}

/**
 * Plans a data set of aerial images with several tags each. The tags have very different frequencies: `clear` and `primary` are on
 * most images, `blooming` on one of seventeen.
 *
 * @returns `classes * images` plans. With fewer than 12 classes the rarest tags of the ground are left out.
 * @throws {SproutError} `option-invalid`.
 */
export function planAerial(options: SampleOptions): readonly AerialPlan[] {
  const { classes, images, size, seed } = resolveSampleOptions({ ...options, kind: 'multi-label' });
  const known = (Object.keys(GROUND) as Ground[]).slice(0, classes - Object.keys(WEATHER).length); // keys of the table
  return Array.from({ length: classes * images }, (_, at) => {
    const number = at + 1;
    const rng = rngAt(seed, ['sample', 'aerial', number, 'tags']);
    const weather = drawWeather(rng);
    const ground = weather === 'cloudy' ? [] : known.filter((tag) => rng.chance(GROUND[tag]));
    const id = `images/${String(number).padStart(4, '0')}.png`;
    return { id, number, size, seed, weather, ground };
  });
}

function drawWeather(rng: Rng): Weather {
  let left = rng.uniform(0, 1);
  for (const [name, share] of Object.entries(WEATHER) as [Weather, number][]) {
    // entries of the table
    left -= share;
    if (left < 0) return name;
  }
  return 'clear';
}
