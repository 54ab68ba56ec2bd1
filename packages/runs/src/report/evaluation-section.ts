import type { EvaluationSection, TopLoss } from '@sprout/viz';
import { definedScores } from '../run/defined-scores.ts';
import type { EvaluationRecord } from '../run/evaluation-record.ts';
import type { PredictionRow } from '../run/read-predictions.ts';

export interface EvaluationSectionOptions {
  readonly evaluation: EvaluationRecord;
  readonly predictions: readonly Pick<PredictionRow, 'label' | 'predicted' | 'probability'>[];
  /** Prepared images as PNG by path; some may be missing. */
  readonly pictures: ReadonlyMap<string, Uint8Array>;
  /** The images under heat maps, by path; some may be missing. */
  readonly maps?: ReadonlyMap<string, Uint8Array> | undefined;
}

/** An evaluation as a page shows it. */
export function evaluationSection({
  evaluation,
  predictions,
  pictures,
  maps,
}: EvaluationSectionOptions): EvaluationSection {
  const isTagged = evaluation.f2 !== undefined;
  const topLosses = evaluation.topLosses.map((row): TopLoss => {
    const image = pictures.get(row.path);
    const heatMap = maps?.get(row.path);
    const labelProbability = Math.exp(-row.loss * (isTagged ? evaluation.classes.length : 1)); // of tags, the loss is the mean
    return { ...row, labelProbability, ...(image && { image }), ...(heatMap && { heatMap }) };
  });
  const answers = predictions.map(({ label, predicted, probability }) => ({
    probability,
    correct: label === predicted,
  }));
  const classes = definedScores(evaluation);
  return { ...evaluation, classes, topLosses, ...(!isTagged && { answers }) };
}
