import { countOf } from '@sprout/core';
import { calibration, FEWEST_IN_BIN } from '../../plots/calibration.ts';
import { figure } from '../parts/figure.ts';
import { percent } from '../../text/format.ts';
import { html, type Html } from '../parts/html.ts';
import type { CalibrationFigures, EvaluationSection } from '../data/evaluation-section.ts';

/** The fewest images to judge the calibration on. */
const FEWEST = 100;

/** The calibration of a model: the mean probability of the predicted classes, compared with the accuracy. */
export async function calibrationPart(
  { answers = [], calibration: figures }: EvaluationSection,
  id: string,
): Promise<Html | undefined> {
  if (answers.length === 0) return undefined;
  const confidence =
    answers.reduce((sum, { probability }) => sum + probability, 0) / answers.length;
  const accuracy = answers.filter(({ correct }) => correct).length / answers.length;
  const words = `The mean probability of the predicted classes is ${percent(confidence)}, the accuracy ${percent(accuracy)}`;
  const enough = answers.length >= FEWEST;
  return html`<h3>Are its probabilities right?</h3>
    ${
      enough
        ? html`<p>${words}: ${judgement(confidence - accuracy)}.</p>`
        : html`<p>
            ${words}. There ${answers.length === 1 ? 'is' : 'are'} only
            ${countOf(answers.length, 'image')}; with fewer than ${FEWEST} the difference may be
            chance, and no calibration error is given.
          </p>`
    }
    ${enough && figures ? html`<p>${figuresText(figures)}</p>` : undefined}
    ${await figure(calibration(answers), {
      id: `${id}-calibration`,
      alt: words,
      caption: `On the dashed line probabilities equal the accuracy; below it they are too high. The numbers count the images of a point. Hollow points have fewer than ${FEWEST_IN_BIN} images: their positions are mostly chance.`,
    })}`;
}

/** Within this range of temperatures, the probabilities are called right as they are. */
const RIGHT = { least: 0.9, most: 1.1 };

function figuresText({ error, temperature, scaledError }: CalibrationFigures): string {
  const found = `On average, a probability is ${percent(error)} away from the accuracy of the images that have about this probability (the expected calibration error, 15 bins).`;
  if (temperature > RIGHT.least && temperature < RIGHT.most)
    return `${found} Dividing the logits by a temperature would change little.`;
  const measured = `fitted on one half of the images and measured on the other, the error is ${percent(scaledError)}`;
  if (scaledError >= error || percent(scaledError) === percent(error))
    return `${found} A temperature would not help: ${measured}.`;
  const change = temperature > 1 ? 'smaller' : 'larger';
  return `${found} Dividing the logits by a temperature of ${temperature.toFixed(2)} makes the probabilities ${change} and better calibrated: ${measured}.`;
}

function judgement(excess: number): string {
  if (excess > 0.05) return 'the probabilities are too high';
  if (excess < -0.05) return 'the probabilities are too low (label smoothing lowers them)';
  return 'on the whole, the probabilities agree with the accuracy';
}
