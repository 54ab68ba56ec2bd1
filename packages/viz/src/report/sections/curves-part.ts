import { curvePanel, type CurveQuantity } from '../../plots/curve-panel.ts';
import { RATE_HEIGHT } from '../../plots/learning-curves.ts';
import { figure } from '../parts/figure.ts';
import { percent } from '../../text/format.ts';
import { html, type Html } from '../parts/html.ts';
import type { ModelSection } from '../data/model-section.ts';

/** The learning curves: loss and accuracy side by side, the learning rate below the loss. */
export async function curvesPart(
  { metrics, bestEpoch, labelSmoothing = 0, evaluation }: ModelSection,
  id: string,
): Promise<Html | undefined> {
  const last = metrics.at(-1);
  if (last === undefined) return undefined;
  const panel = (quantity: CurveQuantity, alt: string, size = {}) =>
    figure(curvePanel(metrics, { quantity, best: bestEpoch, ...size }), {
      id: `${id}-${quantity}`,
      alt,
    });
  const loss = await panel(
    'loss',
    `Loss by epoch; in the end ${last.loss.toFixed(3)} in training, ${last.validationLoss.toFixed(3)} in validation`,
  );
  const accuracy = await panel(
    'accuracy',
    `Accuracy by epoch; in the end ${percent(last.accuracy)} in training, ${percent(last.validationAccuracy)} in validation`,
  );
  const rate = await panel('learningRate', 'Learning rate of the last step of each epoch', {
    height: RATE_HEIGHT,
  });
  return html`<h3>How it learned</h3>
    ${labelSmoothing > 0 ? smoothing(labelSmoothing, evaluation?.confusion.length ?? 0) : undefined}
    <div class="columns">${loss} ${accuracy} ${rate}</div>`;
}

/** What label smoothing does to the loss. @param classes 0 for a model of tags. */
function smoothing(share: number, classes: number): Html {
  const floor =
    classes === 0 ? '' : `, which cannot fall below about ${leastLoss(share, classes).toFixed(2)}`;
  return html`<p class="quiet">
    Label smoothing (${share}) raises the training loss${floor}. The validation loss is measured
    without it, so the two curves cannot be compared with one another.
  </p>`;
}

/** The entropy of a smoothed label: the loss of a model that predicts exactly this label. */
function leastLoss(share: number, classes: number): number {
  const other = share / classes;
  const own = 1 - share + other;
  return -own * Math.log(own) - (classes - 1) * other * Math.log(other);
}
