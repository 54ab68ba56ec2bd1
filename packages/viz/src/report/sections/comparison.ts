import { wilsonInterval } from '../data/wilson-interval.ts';
import { comparedCurves } from '../../plots/compared-curves.ts';
import { accuracyScale } from '../parts/accuracy-scale.ts';
import { figure } from '../parts/figure.ts';
import { duration, percent, percentage, wholeNumber } from '../../text/format.ts';
import { html, type Html } from '../parts/html.ts';
import { pairsPart } from './pairs-part.ts';
import { referenceAccuracies } from '../data/reference-accuracies.ts';
import type { Baseline, ReportData } from '../data/report-data.ts';
import type { ModelSection } from '../data/model-section.ts';
import { scrolling } from '../parts/scrolling.ts';

/** Compares the models with one another and with baselines that need no model. */
export async function comparison({
  models,
  dataset,
  baselines = [],
  pairs = [],
}: ReportData): Promise<Html | undefined> {
  const measured = models.flatMap(
    ({ name, evaluation }) =>
      evaluation && evaluation.f2 === undefined ? [{ name, ...evaluation }] : [], // the accuracy of a model of tags is a share of tags, not of images
  );
  if (measured.length === 0) return undefined;
  const { chance, majority } = referenceAccuracies(dataset);
  const references =
    majority && majority.accuracy > chance.accuracy ? [majority, chance] : [chance];
  return html`<section id="comparison">
    <h2>Is that any good?</h2>
    <ul class="contenders">
      ${measured.map((contender) => row(contender, false))}
      ${[...baselines, ...references].map((contender) => row(contender, true))}
    </ul>
    <p class="quiet small">
      Accuracy on the validation images, 0 to 100 %, with its 95 % interval. Where intervals
      overlap, the order may be luck.
    </p>
    ${models.length > 1 ? modelTable(models) : undefined}
    ${models.length > 1 ? html`<p class="quiet small">Training is the time of the epochs${models.some(({ totalSeconds }) => totalSeconds !== undefined) ? ', and in all the time of the whole run, with its evaluation and report' : ''}.</p>` : undefined}
    ${models.length > 1 && models.some(({ onFeatures }) => onFeatures) ? html`<p class="quiet small">The time of a head on features does not include that of the features.</p>` : undefined}
    ${pairsPart(pairs)} ${models.length > 1 ? await curves(models) : undefined}
  </section>`;
}

function row({ name, accuracy, samples }: Baseline, quiet: boolean): Html {
  return html`<li>
    <span class="contender"><bdi>${name}</bdi></span>
    ${accuracyScale(accuracy, { samples, quiet })}
    <span class="result"
      ><b>${percent(accuracy)}</b>
      ${samples === undefined ? undefined : interval(accuracy, samples)}</span
    >
  </li>`;
}

function interval(accuracy: number, samples: number): Html {
  const [low, high] = wilsonInterval(accuracy, samples);
  return html`<span class="quiet">${percentage(low)} to ${percent(high)}</span>`;
}

function curves(models: readonly ModelSection[]): Promise<Html> {
  const alt = `Validation accuracy by epoch of ${models.map(({ name }) => name).join(', ')}`;
  return figure(comparedCurves(models), { id: 'comparison-curves', alt });
}

function modelTable(models: readonly ModelSection[]): Html {
  const hasTotals = models.some(({ totalSeconds }) => totalSeconds !== undefined);
  return scrolling(
    html`<table>
      <caption>
        The models side by side
      </caption>
      <thead>
        <tr>
          <th scope="col">Model</th>
          <th scope="col" class="right">Validation accuracy</th>
          <th scope="col" class="right">Loss</th>
          <th scope="col" class="right">Parameters</th>
          <th scope="col" class="right">Epochs</th>
          <th scope="col" class="right">Training</th>
          ${hasTotals ? html`<th scope="col" class="right">In all</th>` : undefined}
        </tr>
      </thead>
      <tbody>
        ${models.map(
          ({ name, evaluation, parameters, metrics, seconds, totalSeconds }) =>
            html`<tr>
              <th scope="row"><bdi>${name}</bdi></th>
              <td class="right">${evaluation && percent(evaluation.accuracy)}</td>
              <td class="right">${evaluation && evaluation.loss.toFixed(3)}</td>
              <td class="right">${wholeNumber(parameters)}</td>
              <td class="right">${metrics.length}</td>
              <td class="right">${duration(seconds)}</td>
              ${hasTotals ? html`<td class="right">${totalSeconds === undefined ? '' : duration(totalSeconds)}</td>` : undefined}
            </tr>`,
        )}
      </tbody>
    </table>`,
    { name: 'The models side by side', use: 'scroll' },
  );
}
