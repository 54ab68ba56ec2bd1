import type { EvaluationRecord } from './evaluation-record.ts';

/**
 * The scores of the classes as they are shown: `NaN`, not 0, where a score is not defined. These are the recall, F1 and F2 of a class
 * without images, and the precision of a class that was never predicted. A model of tags has no confusion matrix, so it is not known
 * which of its tags were never predicted, and their precision stays 0.
 */
export function definedScores({
  classes,
  confusion,
}: Pick<EvaluationRecord, 'classes' | 'confusion'>): EvaluationRecord['classes'] {
  return classes.map((score, at) => {
    const { precision, recall, f1, f2, support } = score;
    const neverPredicted = confusion.length > 0 && confusion.every((row) => row[at] === 0);
    const ofImages = (value: number): number => (support === 0 ? NaN : value);
    return {
      ...score,
      precision: neverPredicted ? NaN : precision,
      recall: ofImages(recall),
      f1: ofImages(f1),
      ...(f2 !== undefined && { f2: ofImages(f2) }),
    };
  });
}
