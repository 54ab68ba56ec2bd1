import { rngAt } from '@sprout/core';
import { resolveSampleOptions, type SampleOptions } from './sample-options.ts';

/** The names of the classes, in the order in which a data set of more classes gets them. */
const ACTIONS = [
  'driving',
  'texting',
  'phone',
  'radio',
  'drinking',
  'reaching-behind',
  'hair',
  'passenger',
  'eating',
  'mirror',
  'smoking',
  'belt',
] as const;

/** The number of drivers. Each has images in every class. */
export const DRIVERS = 6;

/** The data that determine one image of a driver. */
export interface DriverPlan {
  /** Its path in the data set, `texting/driver-2-0007.png` for example. */
  readonly id: string;
  readonly className: string;
  /** The position of the class in `ACTIONS`. */
  readonly action: number;
  /** How many actions there are. */
  readonly actions: number;
  /** 1 to `DRIVERS`. */
  readonly driver: number;
  readonly number: number;
  readonly size: number;
  readonly seed: number;
}

/**
 * Plans a data set of drivers. The images of one driver are like frames of one video: the same car, clothes and light, and nearly
 * the same pose in all images of a class. The poses of different drivers differ more than the classes do.
 *
 * @returns Class by class in code-point order, within a class by number; the drivers take turns.
 * @throws {SproutError} `option-invalid`.
 */
export function planDrivers(options: SampleOptions): readonly DriverPlan[] {
  const { classes, images, size, seed } = resolveSampleOptions({ ...options, kind: 'grouped' });
  const actions = ACTIONS.slice(0, classes).map((name, action) => ({ name, action }));
  actions.sort((a, b) => (a.name < b.name ? -1 : 1));
  return actions.flatMap(({ name, action }) =>
    Array.from({ length: images }, (_, image) => {
      const number = image + 1;
      const driver = (image % DRIVERS) + 1;
      const id = `${name}/driver-${driver}-${String(number).padStart(4, '0')}.png`;
      return { id, className: name, action, actions: classes, driver, number, size, seed };
    }),
  );
}

/**
 * The angle of a driver's arm for an action, in radians. The actions of one driver are always apart, but a driver turns all of them
 * by up to the distance of two actions, so that the arm of one driver tells little about that of another.
 */
export function armAngle({ seed, driver, action, actions }: DriverPlan): number {
  const turn = rngAt(seed, ['sample', 'driver', driver, 'turn']).uniform(-1, 1);
  const habit = rngAt(seed, ['sample', 'driver', driver, 'habit', action]).normal(0, 0.12);
  return ((action + turn + habit) / actions) * 2 * Math.PI;
}
