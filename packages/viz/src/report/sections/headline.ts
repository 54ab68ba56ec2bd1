import { accuracyCard } from '../parts/accuracy-card.ts';
import { callout } from '../parts/callout.ts';
import { comparedHeadline, comparedTitle } from './compared-headline.ts';
import { counted, duration, percent, wholeNumber } from '../../text/format.ts';
import { html, type Html } from '../parts/html.ts';
import { numberCard } from '../parts/number-card.ts';
import { referenceAccuracies } from '../data/reference-accuracies.ts';
import type { EvaluationSection } from '../data/evaluation-section.ts';
import type { ModelSection } from '../data/model-section.ts';
import type { ReportData } from '../data/report-data.ts';
import { warnings } from './warnings.ts';

/** The title, the result in one sentence, the main numbers, and warnings about them. Of several models, the results of all. */
export function headline(report: ReportData): Html {
  const [model, ...others] = report.models;
  const result =
    others.length > 0
      ? comparedHeadline(report)
      : model && html`${verdict(report, model)} ${numbers(report, model)}`;
  return html`<header class="top">
    <p class="brand">${leaf}<span>Sprout report</span></p>
    <h1><bdi>${headlineTitle(report)}</bdi></h1>
    ${result} ${callout(warnings(report))}
  </header>`;
}

/** The title of the page: the data set, and with several models their names. */
export function headlineTitle(report: Pick<ReportData, 'title' | 'models'>): string {
  return report.models.length > 1 ? comparedTitle(report) : report.title;
}

const leaf = html`<svg viewBox="0 0 24 24" aria-hidden="true" focusable="false" class="leaf">
  <path d="M12 22v-9" />
  <path d="M12 13C12 8 8.5 5 3 5c0 5 3.5 8 9 8z" class="blade" />
  <path d="M12 11c0-5 3.5-8 9-8 0 5-3.5 8-9 8z" class="blade" />
</svg>`;

function verdict({ dataset }: ReportData, { name, evaluation }: ModelSection): Html | undefined {
  if (evaluation === undefined) return undefined;
  if (evaluation.f2 !== undefined)
    return html`<p class="verdict">
      <b><bdi>${name}</bdi></b> gives each image its tags, out of
      ${counted(dataset.classes.length, 'tag')}: on ${counted(evaluation.samples, 'image')} that it
      was not trained on, F2 is <b>${evaluation.f2.toFixed(3)}</b>.
    </p>`;
  return html`<p class="verdict">
    <b><bdi>${name}</bdi></b> tells ${counted(dataset.classes.length, 'class')} apart: it recognises
    <b>${percent(evaluation.accuracy)}</b> of ${counted(evaluation.samples, 'image')} that it was
    not trained on.
  </p>`;
}

function numbers({ dataset }: ReportData, model: ModelSection): Html {
  const training = dataset.classes.reduce((sum, count) => sum + count.training, 0);
  const validation = dataset.classes.reduce((sum, count) => sum + count.validation, 0);
  const isTagged = model.evaluation?.f2 !== undefined; // then an image counts for each of its tags
  const { chance } = referenceAccuracies(dataset);
  return html`<div class="numbers">
    ${model.evaluation && (tagCard(model.evaluation) ?? accuracyCard('Validation accuracy', { ...model.evaluation, chance: chance.accuracy }))}
    ${isTagged ? undefined : numberCard('Images', wholeNumber(training + validation), `${wholeNumber(training)} to learn from, ${wholeNumber(validation)} to check`)}
    ${numberCard('Parameters', compact(model.parameters), model.name)}
    ${numberCard(model.onFeatures === true ? 'Training of the head' : 'Training', duration(model.seconds), `${counted(model.metrics.length, 'epoch')} on ${model.engine}, without the evaluation and the report${model.onFeatures === true ? ', nor the features of the base, which were computed before' : ''}`)}
  </div>`;
}

function tagCard({ f2, f2AtHalf = NaN, accuracy }: EvaluationSection): Html | undefined {
  if (f2 === undefined) return undefined;
  const note = `with 0.5 for each tag: ${f2AtHalf.toFixed(3)}; the thresholds were searched on these images; ${percent(accuracy)} of tags right at 0.5`;
  return numberCard('Validation F2', f2.toFixed(3), note);
}

function compact(count: number): string {
  return new Intl.NumberFormat('en-US', {
    notation: 'compact',
    maximumSignificantDigits: 3,
  }).format(count);
}
