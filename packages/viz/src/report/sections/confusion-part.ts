import { confusionMatrix } from '../../plots/confusion-matrix.ts';
import { confusedPairs, type ConfusedPair } from '../data/confused-pairs.ts';
import { figure } from '../parts/figure.ts';
import { percent } from '../../text/format.ts';
import { html, type Html } from '../parts/html.ts';
import type { EvaluationSection } from '../data/report-data.ts';

const MOST_PAIRS = 6;

export interface ConfusionPartOptions {
  readonly id: string;
  readonly names: readonly string[];
}

/** The confusion matrix, and the most frequent confusions as text. */
export async function confusionPart(
  { confusion }: EvaluationSection,
  { id, names }: ConfusionPartOptions,
): Promise<Html> {
  const pairs = confusedPairs(confusion, { most: MOST_PAIRS });
  const matrix = await figure(confusionMatrix(confusion, { classes: names }), {
    id: `${id}-confusion`,
    alt: `Confusion matrix of ${names.length} classes; its largest mistakes are listed in the text`,
    caption:
      'Each row holds the images of one class. Blue: recognised; orange: taken for another class. The stronger, the larger the share of the row.',
  });
  return html`<h3>What it confuses</h3>
    ${pairs.length === 0 ? html`<p>Nothing: every image was recognised.</p>` : pairList(pairs, names)}
    ${matrix}`;
}

function pairList(pairs: readonly ConfusedPair[], names: readonly string[]): Html {
  return html`<ul class="pairs">
    ${pairs.map(
      ({ label, predicted, count, total }) =>
        html`<li>
          <b><bdi>${names[label]}</bdi></b> taken for <b><bdi>${names[predicted]}</bdi></b>
          <span class="quiet">${count} of ${total} (${percent(count / total)})</span>
        </li>`,
    )}
  </ul>`;
}
