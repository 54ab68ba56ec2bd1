import { corruptionCurves } from '../../plots/corruption-curves.ts';
import { percent, wholeNumber } from '../../text/format.ts';
import type { RobustnessSection } from '../data/model-section.ts';
import { figure } from '../parts/figure.ts';
import { scrolling } from '../parts/scrolling.ts';
import { html, type Html } from '../parts/html.ts';

/** The accuracy on corrupted images. */
export async function robustnessPart(
  robustness: RobustnessSection | undefined,
  id: string,
): Promise<Html | undefined> {
  if (robustness === undefined) return undefined;
  const { folder, samples, accuracy, mean, corruptions } = robustness;
  const last = corruptions.reduce((most, { accuracies }) => Math.max(most, accuracies.length), 0);
  const worst = corruptions.toSorted((a, b) => a.mean - b.mean)[0];
  return html`<h3>On corrupted images</h3>
    <p>
      Of the ${wholeNumber(samples)} images in <code><bdi>${folder}</bdi></code> it recognises
      ${percent(accuracy)} as they are, and ${percent(mean)} on average over all corruptions and
      severities.
      ${worst && html`The accuracy is lowest under ${worst.name}: ${percent(worst.mean)} on average.`}
    </p>
    ${await figure(corruptionCurves(corruptions, { accuracy }), {
      id: `${id}-robustness`,
      alt: `The accuracy by severity for ${corruptions.length} corruptions; the means are in the table`,
      caption: `The accuracy under each corruption, from severity 0 (none) to ${last}. Dashed: without a corruption. The corruptions are named after those of ImageNet-C, but some work differently or have other numbers, so the accuracies cannot be compared with those of ImageNet-C.`,
    })}
    <details>
      <summary>The accuracies</summary>
      ${table(robustness, last)}
    </details>`;
}

function table({ corruptions }: RobustnessSection, last: number): Html {
  const severities = Array.from({ length: last }, (_, at) => at + 1);
  return scrolling(
    html`<table>
      <caption>
        Accuracy by corruption and severity
      </caption>
      <thead>
        <tr>
          <th scope="col">Corruption</th>
          <th scope="col" class="right">Mean</th>
          ${severities.map((severity) => html`<th scope="col" class="right">${severity}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${corruptions.map(
          ({ name, mean, accuracies }) =>
            html`<tr>
              <th scope="row">${name}</th>
              <td class="right">${percent(mean)}</td>
              ${accuracies.map((one) => html`<td class="right">${percent(one)}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>`,
    { name: 'Accuracies on corrupted images', use: 'scroll' },
  );
}
