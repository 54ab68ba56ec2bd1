import type { Recipe } from '@sprout/core';
import { counted, percent, wholeNumber } from '../text/format.ts';
import type { EvaluationSection } from './data/evaluation-section.ts';
import type { Fact } from './data/fact.ts';
import { accuracyCard } from './parts/accuracy-card.ts';
import { facts } from './parts/facts.ts';
import { html, type Html } from './parts/html.ts';
import { numberCard } from './parts/number-card.ts';
import { opLine } from './parts/op-line.ts';
import { page } from './page.ts';
import { calibrationPart } from './sections/calibration-part.ts';
import { classPart } from './sections/class-part.ts';
import { confusionPart } from './sections/confusion-part.ts';
import { topLossesPart } from './sections/top-losses-part.ts';

export interface EvaluationPage {
  /** The name of the run or of the model. */
  readonly model: string;
  /** The name of the folder of images. */
  readonly folder: string;
  readonly evaluation: EvaluationSection;
  /** The images that the run has seen, by their contents; left out where that is not known. */
  readonly seen?: SeenSection | undefined;
  /** The number of images that were left out, because they cannot be used. */
  readonly bad: number;
  readonly recipe: Recipe;
  /** Paths, engine, versions. */
  readonly settings: readonly Fact[];
}

/** How many of the evaluated images a run was trained and validated on. */
export interface SeenSection {
  readonly training: number;
  readonly validation: number;
  /** The accuracy on the images that it has not seen, 0 to 1; left out for tags, and if it has seen all or none. */
  readonly unseenAccuracy?: number | undefined;
}

/** A page about a model on the images of a folder, in the style of the report: one HTML file without scripts. */
export async function evaluationPage(data: EvaluationPage): Promise<string> {
  const { model, folder, evaluation } = data;
  const names = evaluation.classes.map(({ name }) => name);
  const id = 'evaluation';
  const hasConfusion = evaluation.confusion.length > 0; // empty for a model of tags
  const body = html`<h1><bdi class="whole">${model}</bdi> on <bdi>${folder}</bdi></h1>
    ${verdict(data)} ${numbers(data)} ${callout(data)}
    <section>
      <h2>The results</h2>
      ${hasConfusion ? await confusionPart(evaluation, { id, names }) : undefined}
      ${await classPart(evaluation, id)} ${topLossesPart(evaluation)}
      ${await calibrationPart(evaluation, id)}
    </section>
    <section>
      <h2>How it was evaluated</h2>
      ${facts(data.settings)}
      <h4>Recipe</h4>
      <ol class="ops">
        ${data.recipe.map((spec) => html`<li><code>${opLine(spec)}</code></li>`)}
      </ol>
    </section>`;
  return page(`${model} on ${folder}`, body);
}

function verdict({ evaluation: { f2, accuracy, samples } }: EvaluationPage): Html {
  const images = counted(samples, 'image');
  return f2 === undefined
    ? html`<p class="verdict">It recognises <b>${percent(accuracy)}</b> of ${images}.</p>`
    : html`<p class="verdict">On ${images}, F2 is <b>${f2.toFixed(3)}</b>.</p>`;
}

function numbers({ evaluation, bad }: EvaluationPage): Html {
  const { f2, f2AtHalf = NaN, accuracy, samples, loss, classes } = evaluation;
  const present = classes.filter(({ support }) => support > 0).length;
  const left = bad === 0 ? 'none left out' : `${counted(bad, 'image')} left out, as unusable`;
  return html`<div class="numbers">
    ${
      f2 === undefined
        ? accuracyCard('Accuracy', { accuracy, samples, chance: 1 / classes.length })
        : numberCard(
            'F2',
            f2.toFixed(3),
            `with 0.5 for each tag: ${f2AtHalf.toFixed(3)}; ${percent(accuracy)} of tags right at 0.5`,
          )
    }
    ${numberCard('Images', wholeNumber(samples), left)}
    ${numberCard('Loss', loss.toFixed(3), 'cross-entropy, the mean of the images')}
    ${numberCard(f2 === undefined ? 'Classes' : 'Tags', wholeNumber(classes.length), `${wholeNumber(present)} among the images`)}
  </div>`;
}

function callout({ seen, evaluation: { samples } }: EvaluationPage): Html | undefined {
  const list = seen === undefined ? [NOT_KNOWN] : seenSentences(seen, samples);
  if (list.length === 0) return undefined;
  return html`<aside class="callout" aria-label="Before you trust this number">
    <p><b>Before you trust this number</b></p>
    <ul>
      ${list.map((sentence) => html`<li>${sentence}</li>`)}
    </ul>
  </aside>`;
}

const NOT_KNOWN =
  'Whether the model was trained on some of these images is not known: it has no record of the contents of its training images.';

function seenSentences({ training, validation, unseenAccuracy }: SeenSection, samples: number) {
  const of = (count: number): string => `${wholeNumber(count)} of the ${counted(samples, 'image')}`;
  const was = (count: number): string => (count === 1 ? 'was' : 'were');
  const others = samples - training - validation;
  return [
    ...(training > 0
      ? [
          `The model was trained on ${of(training)}: it may remember them instead of recognise them.`,
        ]
      : []),
    ...(validation > 0
      ? [
          `${of(validation)} ${was(validation)} among the validation images of the run, by which its epochs were compared.`,
        ]
      : []),
    ...(unseenAccuracy === undefined
      ? []
      : [
          `Of the ${counted(others, 'image')} that it has not seen, it recognises ${percent(unseenAccuracy)}.`,
        ]),
  ];
}
