import { counted, percent, wholeNumber } from '../../text/format.ts';
import type { EvaluationSection } from '../data/evaluation-section.ts';
import type { SeenSection } from '../data/seen-section.ts';

const NOT_KNOWN =
  'It is not known whether the model was trained on some of these images, because it has no record of the contents of its training images.';

export interface SeenWarningsOptions {
  readonly evaluation: Pick<EvaluationSection, 'samples'>;
  /** Left out if it is not known. */
  readonly seen?: SeenSection | undefined;
}

/** Whether the accuracy was measured on images that the run has seen. */
export function seenWarnings({ seen, evaluation: { samples } }: SeenWarningsOptions): string[] {
  if (seen === undefined) return [NOT_KNOWN];
  const { training, validation, unseenAccuracy } = seen;
  const of = (count: number): string => `${wholeNumber(count)} of the ${counted(samples, 'image')}`;
  const others = samples - training - validation;
  return [
    ...(training > 0
      ? [
          `The model was trained on ${of(training)}: on these, its accuracy is usually higher than on new images.`,
        ]
      : []),
    ...(validation > 0
      ? [
          `${of(validation)} ${validation === 1 ? 'is a validation image' : 'are validation images'} of the run. The run chose its best epoch by its validation images, so the accuracy on them is usually somewhat too high.`,
        ]
      : []),
    ...(unseenAccuracy === undefined
      ? []
      : [
          `Of the ${counted(others, 'image')} that it has not seen, it recognises ${percent(unseenAccuracy)}.`,
        ]),
  ];
}
