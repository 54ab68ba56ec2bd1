import type { Samples } from '@sprout/core';
import { preparedNames } from '../images/prepared-names.ts';

/** The file of a copy of the sample at a position: `a/b.jpg` has the copies `a/b-1.png`, `a/b-2.png`, ... */
export function copyNames(samples: Samples): (position: number, copy: number) => string {
  const names = preparedNames(Array.from(samples, ({ id }) => id));
  return (position, copy) => names[position]!.replace(/\.png$/, `-${copy}.png`);
}
