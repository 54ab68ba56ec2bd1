import { resolveSampleOptions, type SampleOptions } from './sample-options.ts';
import { speciesAt } from './species-at.ts';

/** All that one picture of the sample depends on. */
export interface SeedlingPlan {
  /** Its path in the data set: `Maize/0001.png`. */
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
  /** Whether it was "taken on another day", on paler soil. */
  readonly paleSoil: boolean;
}

/**
 * The one class whose pictures lie on paler soil. It is planted there for `inspect` to find: the background alone gives
 * the class away. Nothing but the plant tells the other classes apart.
 */
export const GIVEN_AWAY = 'Sugar beet';

/**
 * Plans a sample: which pictures there are and what each depends on. A picture depends on the seed, its class, its number
 * and its size alone, so that larger samples contain the smaller ones.
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
  species.sort((a, b) => (a.name < b.name ? -1 : 1)); // no surrogates: the order of code points
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
