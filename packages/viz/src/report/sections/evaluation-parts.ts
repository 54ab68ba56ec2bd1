import type { EvaluationSection } from '../data/evaluation-section.ts';
import type { Html } from '../parts/html.ts';
import { calibrationPart } from './calibration-part.ts';
import { classPart } from './class-part.ts';
import { confusionPart } from './confusion-part.ts';
import { topLossesPart } from './top-losses-part.ts';

/** The results of a model: confusions, scores of the classes, largest losses, calibration. @param id Unique on the page. */
export async function evaluationParts(
  evaluation: EvaluationSection,
  id: string,
): Promise<readonly (Html | undefined)[]> {
  return [
    await confusionPart(evaluation, id),
    await classPart(evaluation, id),
    topLossesPart(evaluation),
    await calibrationPart(evaluation, id),
  ];
}
