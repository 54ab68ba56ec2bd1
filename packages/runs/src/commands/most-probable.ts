import type { PredictedFile } from './predicted-file.ts';

type Classes = PredictedFile['classes'];

/** The most probable classes of a prediction, at most `count`; of equal ones the first of the model comes first. */
export function mostProbable(classes: Classes, count: number): Classes {
  return classes.toSorted((a, b) => b.probability - a.probability).slice(0, count);
}
