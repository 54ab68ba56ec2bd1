import { classBars } from '../../plots/class-bars.ts';
import type { ClassScore } from '../../plots/class-score.ts';
import { figure } from '../parts/figure.ts';
import { scrolling } from '../parts/scrolling.ts';
import { percent, wholeNumber } from '../../text/format.ts';
import { html, type Html } from '../parts/html.ts';
import type { EvaluationSection } from '../data/evaluation-section.ts';

/** The scores of each class, as bars and as a table. */
export async function classPart({ classes }: EvaluationSection, id: string): Promise<Html> {
  const isDefined = classes.every(({ precision, recall }) => !Number.isNaN(precision + recall));
  const bars = await figure(classBars(classes), {
    id: `${id}-classes`,
    alt: 'F1, precision and recall of each class; the same numbers are in the table',
    caption: `Precision: the share of the images predicted as the class that belong to it. Recall: the share of the images of the class that were predicted as it. F1: the harmonic mean of precision and recall.${isDefined ? '' : ` ${UNDEFINED}`}`,
  });
  return html`<h3>Class by class</h3>
    ${bars}
    <details>
      <summary>The numbers</summary>
      ${scoreTable(classes)}
    </details>`;
}

const UNDEFINED =
  'A dash: the class has no images, so it has no recall and no F1, or it was never predicted, so it has no precision.';

function scoreTable(classes: readonly ClassScore[]): Html {
  const table = html`<table>
    <caption>
      Precision, recall and F1 of each class, in the order of the classes of the model
    </caption>
    <thead>
      <tr>
        <th scope="col">Class</th>
        <th scope="col" class="right">Precision</th>
        <th scope="col" class="right">Recall</th>
        <th scope="col" class="right">F1</th>
        <th scope="col" class="right">Images</th>
      </tr>
    </thead>
    <tbody>
      ${classes.map(
        ({ name, precision, recall, f1, support }) =>
          html`<tr>
            <th scope="row"><bdi>${name}</bdi></th>
            <td class="right">${percent(precision)}</td>
            <td class="right">${percent(recall)}</td>
            <td class="right">${Number.isNaN(f1) ? '–' : f1.toFixed(3)}</td>
            <td class="right">${wholeNumber(support)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
  return scrolling(table, { name: 'The numbers of each class', use: 'scroll' });
}
