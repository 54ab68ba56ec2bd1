import type { Recipe } from '@sprout/core';
import { counted, percent, wholeNumber } from '../text/format.ts';
import type { EvaluationSection } from './data/evaluation-section.ts';
import type { RobustnessSection } from './data/model-section.ts';
import type { Fact } from './data/fact.ts';
import type { SeenSection } from './data/seen-section.ts';
import { accuracyCard } from './parts/accuracy-card.ts';
import { callout } from './parts/callout.ts';
import { facts } from './parts/facts.ts';
import { html, type Html } from './parts/html.ts';
import { numberCard } from './parts/number-card.ts';
import { opList } from './parts/op-list.ts';
import { page } from './page.ts';
import { evaluationParts } from './sections/evaluation-parts.ts';
import { robustnessPart } from './sections/robustness-part.ts';
import { seenWarnings } from './sections/seen-warnings.ts';

export interface EvaluationPage {
  /** The name of the run or of the model. */
  readonly model: string;
  /** The name of the folder of images. */
  readonly folder: string;
  readonly evaluation: EvaluationSection;
  /** The accuracy on corrupted images, if it was measured. */
  readonly robustness?: RobustnessSection | undefined;
  /** The images that the run has seen, compared by their contents. Left out if they are not known. */
  readonly seen?: SeenSection | undefined;
  /** The number of images that cannot be used. */
  readonly bad: number;
  readonly recipe: Recipe;
  /** Paths, engine, versions. */
  readonly settings: readonly Fact[];
}

/** A page about a model on the images of a folder, in the style of the report: one HTML file without scripts. */
export async function evaluationPage(data: EvaluationPage): Promise<string> {
  const { model, folder, evaluation, robustness } = data;
  const body = html`<h1><bdi>${model}</bdi> on <bdi>${folder}</bdi></h1>
    ${verdict(data)} ${numbers(data)} ${callout(seenWarnings(data))}
    <section>
      <h2>The results</h2>
      ${await evaluationParts(evaluation, 'evaluation')}
      ${await robustnessPart(robustness, 'evaluation')}
    </section>
    <section>
      <h2>How it was evaluated</h2>
      ${facts(data.settings)}
      <h4>Recipe</h4>
      ${opList(data.recipe)}
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
