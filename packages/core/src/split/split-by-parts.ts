import type { Dataset } from '../dataset/dataset.ts';
import { type Split, splitWhere } from './split.ts';

/** The split of a data set that is divided already: the images in the sub-folder `validation` are its validation images. */
export function splitByParts({ samples }: Dataset, validation: string): Split {
  return splitWhere(samples, (position) => samples.idAt(position).startsWith(`${validation}/`));
}
