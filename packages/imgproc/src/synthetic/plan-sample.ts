import { resolveSampleOptions, type SampleOptions } from './sample-options.ts';
import { speciesAt } from './species-at.ts';

/** The data that determine one image of a synthetic data set. */
export interface SeedlingPlan {
  /** Its path in the data set, `Maize/0001.png` for example. */
  readonly id: string;
  readonly className: string;
  /** The position of the class in the class map: by name, in code-point order. */
  readonly label: number;
  /** Its position in the list of species. */
  readonly species: number;
  /** 1 to `images`. */
  readonly number: number;
  readonly size: number;
  readonly seed: number;
  /** Whether the soil is paler, as if the image had been taken on another day. */
  readonly paleSoil: boolean;
}

/**
 * The one class with paler soil: a giveaway for `inspect` to find, because the background alone predicts the class. The
 * other classes differ only in the plant.
 */
export const GIVEN_AWAY = 'Sugar beet';

/**
 * Plans a synthetic data set: its images and the data that determine each of them. An image depends only on the seed, its
 * class, its number and its size, so that a larger data set contains the smaller ones.
 *
 * @returns Class by class in the order of the class map, within a class by number.
 * @throws {SproutError} `option-invalid`.
 */
export function planSample(options: SampleOptions = {}): readonly SeedlingPlan[] {
  const { classes, images, size, seed } = resolveSampleOptions(options);
  const species = Array.from({ length: classes }, (_, position) => ({
    position,
    name: speciesAt(position).name,
  }));
  species.sort((a, b) => (a.name < b.name ? -1 : 1)); // the names have no surrogates, so this is code-point order
  return species.flatMap(({ position, name }, label) =>
    Array.from({ length: images }, (_, image) => ({
      id: `${name}/${String(image + 1).padStart(4, '0')}.png`,
      className: name,
      label,
      species: position,
      number: image + 1,
      size,
      seed,
      paleSoil: name === GIVEN_AWAY,
    })),
  );
}
