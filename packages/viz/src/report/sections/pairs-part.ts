import { percent } from '../../text/format.ts';
import { html, type Html } from '../parts/html.ts';
import type { ModelPair } from '../data/report-data.ts';
import { scrolling } from '../parts/scrolling.ts';

/** Each two models on the images that both were tested on, with McNemar's test. */
export function pairsPart(pairs: readonly ModelPair[]): Html | undefined {
  if (pairs.length === 0) return undefined;
  return html`${scrolling(
      html`<table>
        <caption>
          Two by two, on the images that both predicted
        </caption>
        <thead>
          <tr>
            <th scope="col">Models</th>
            <th scope="col" class="right">Images</th>
            <th scope="col" class="right">Accuracies</th>
            <th scope="col" class="right">Only the first right</th>
            <th scope="col" class="right">Only the second right</th>
            <th scope="col" class="right">p</th>
          </tr>
        </thead>
        <tbody>
          ${pairs.map(row)}
        </tbody>
      </table>`,
      { name: 'Models two by two', use: 'scroll' },
    )}
    <p class="quiet small">
      p is the probability of a difference at least as large as this one if both models were equally
      good (McNemar's exact test). p is below 0.05 for at most one of 20 pairs of equally good
      models.
    </p>`;
}

function row({ first, second, shared, accuracies, onlyFirst, onlySecond, probability }: ModelPair) {
  const measured = shared > 0;
  return html`<tr>
    <th scope="row"><bdi>${first}</bdi>, <bdi>${second}</bdi></th>
    <td class="right">${shared}</td>
    <td class="right">${measured ? accuracies.map((one) => percent(one)).join(', ') : 'none'}</td>
    <td class="right">${onlyFirst}</td>
    <td class="right">${onlySecond}</td>
    <td class="right">${measured ? probabilityText(probability) : ''}</td>
  </tr>`;
}

function probabilityText(probability: number): string {
  return probability < 0.001 ? '< 0.001' : probability.toFixed(3);
}
