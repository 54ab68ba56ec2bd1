import { duration, percent } from '../../text/format.ts';
import type { ReportData } from '../data/report-data.ts';
import type { SearchSection, SearchTrial } from '../data/search-section.ts';
import { scrolling } from '../parts/scrolling.ts';
import { html, type Html } from '../parts/html.ts';

/** How a search chose the model: all candidates side by side. */
export function search({ search: found }: ReportData): Html | undefined {
  if (found === undefined) return undefined;
  const { budget, images, winner, trials, leftOut } = found;
  const ranked = trials.toSorted((a, b) => b.accuracy - a.accuracy || a.loss - b.loss);
  const isBest = ({ candidate }: SearchTrial, at: number): boolean =>
    ranked.findIndex((trial) => trial.candidate === candidate) === at;
  const rows = ranked.filter(isBest);
  return html`<section id="search">
    <h2>How the model was chosen</h2>
    <p>
      The candidates were trained on ${images.training} of the training images and compared on the
      other ${images.compared}. The best, <b><bdi>${winner}</bdi></b
      >, was then trained on all of them. The time for both was ${duration(budget)}. The validation
      images were not used for the choice.
    </p>
    ${table(rows)} ${leftOut.length > 0 ? notTried(leftOut) : undefined}
  </section>`;
}

function table(rows: readonly SearchTrial[]): Html {
  return scrolling(
    html`<table>
      <caption>
        The best training of each candidate
      </caption>
      <thead>
        <tr>
          <th scope="col">Candidate</th>
          <th scope="col" class="right">Accuracy</th>
          <th scope="col" class="right">Loss</th>
          <th scope="col" class="right">Epochs</th>
          <th scope="col" class="right">Time</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(row)}
      </tbody>
    </table>`,
    { name: 'Candidates', use: 'scroll' },
  );
}

function notTried(leftOut: SearchSection['leftOut']): Html {
  return html`<p class="quiet small">Not tried:</p>
    <ul class="quiet small">
      ${leftOut.map(({ candidate, reason }) => html`<li><bdi>${candidate}</bdi>: ${reason}</li>`)}
    </ul>`;
}

function row({ candidate, accuracy, loss, epochs, seconds }: SearchTrial): Html {
  return html`<tr>
    <th scope="row"><bdi>${candidate}</bdi></th>
    <td class="right">${percent(accuracy)}</td>
    <td class="right">${loss.toFixed(3)}</td>
    <td class="right">${epochs}</td>
    <td class="right">${duration(seconds)}</td>
  </tr>`;
}
