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
  const words = `On average it said ${percent(confidence)} and was right in ${percent(accuracy)}`;
  const enough = answers.length >= FEWEST;
  return html`<h3>Does it know when it does not know?</h3>
    ${
      enough
        ? html`<p>${words}: ${judgement(confidence - accuracy)}.</p>`
        : html`<p>
            ${words}. There are only ${answers.length} validation images; with fewer than ${FEWEST}
            the difference may be chance, and no calibration error is given.
          </p>`
    }
    ${enough && figures ? html`<p>${figuresText(figures)}</p>` : undefined}
    ${await figure(calibration(answers), {
      id: `${id}-calibration`,
      alt: words,
      caption: `On the dashed line probabilities can be taken at their word; below it the model is too sure of itself. The numbers count the images of a point; hollow points have fewer than ${FEWEST_IN_BIN} and are mostly chance.`,
    })}`;
}

function figuresText({ error, temperature, scaledError }: CalibrationFigures): string {
  const found = `The expected calibration error is ${percent(error)} (15 bins).`;
  const scaled = `Logits divided by a temperature of ${temperature.toFixed(2)} fit these images best; with temperatures that were fitted on the other half of the images, the error is ${percent(scaledError)}.`;
  return `${found} ${scaled}`;
}

function judgement(excess: number): string {
  if (excess > 0.05) return 'it is too sure of itself';
  if (excess < -0.05) return 'it is right more often than it says';
  return 'its probabilities can be taken at their word, on the whole';
}
