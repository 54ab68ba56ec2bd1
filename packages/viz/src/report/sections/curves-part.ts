import { curvePanel, type CurveQuantity } from '../../plots/curve-panel.ts';
import { figure } from '../parts/figure.ts';
import { percent } from '../../text/format.ts';
import { html, type Html } from '../parts/html.ts';
import type { ModelSection } from '../data/report-data.ts';

/** The learning curves: loss and accuracy side by side, the learning rate below. */
export async function curvesPart(
  { metrics, bestEpoch }: ModelSection,
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
  const rate = await panel('learningRate', 'Learning rate by epoch', { width: 844, height: 48 });
  return html`<h3>How it learned</h3>
    <div class="columns">${loss} ${accuracy}</div>
    ${rate}`;
}
