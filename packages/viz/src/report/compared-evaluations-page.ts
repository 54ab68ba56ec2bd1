import { percent, wholeNumber } from '../text/format.ts';
import type { EvaluationSection } from './data/evaluation-section.ts';
import type { ModelPair } from './data/report-data.ts';
import type { SeenSection } from './data/seen-section.ts';
import { callout } from './parts/callout.ts';
import { html, type Html } from './parts/html.ts';
import { scrolling } from './parts/scrolling.ts';
import { page } from './page.ts';
import { comparedTitle } from './sections/compared-headline.ts';
import { comparedResults } from './sections/compared-results.ts';
import { evaluationParts } from './sections/evaluation-parts.ts';
import { pairsPart } from './sections/pairs-part.ts';
import { seenWarnings } from './sections/seen-warnings.ts';

/** A model on the images of the folder. */
export interface EvaluatedModel {
  readonly name: string;
  readonly evaluation: EvaluationSection;
  /** The images that the run has seen. Left out if they are not known. */
  readonly seen?: SeenSection | undefined;
  /** The address of the page about this evaluation alone. */
  readonly href: string;
}

export interface ComparedEvaluationsPage {
  /** The name of the folder of images. */
  readonly folder: string;
  readonly models: readonly EvaluatedModel[];
  /** Each two of the models on the images that both predicted. */
  readonly pairs: readonly ModelPair[];
  /** What the page is about, for `pageContent`. */
  readonly content?: string | undefined;
}

/** A page about several models on the images of one folder, in the style of the report: one HTML file without scripts. */
export async function comparedEvaluationsPage({
  folder,
  models,
  pairs,
  content,
}: ComparedEvaluationsPage): Promise<string> {
  const title = comparedTitle({ title: folder, models });
  const sections = [];
  for (const [at, model] of models.entries()) sections.push(await section(model, `model-${at}`));
  const body = html`<h1><bdi>${title}</bdi></h1>
    ${comparedResults(models, { pairs, noun: 'image' })} ${callout(models.flatMap(warnings))}
    <section>
      <h2>Side by side</h2>
      ${modelTable(models)} ${pairsPart(pairs)} ${recallTable(models)}
    </section>
    ${sections}`;
  return page(title, body, { content });
}

function modelTable(models: readonly EvaluatedModel[]): Html {
  const isTagged = models.some(({ evaluation }) => evaluation.f2 !== undefined);
  const table = html`<table>
    <caption>
      The models side by side
    </caption>
    <thead>
      <tr>
        <th scope="col">Model</th>
        <th scope="col" class="right">${isTagged ? 'F2' : 'Accuracy'}</th>
        <th scope="col" class="right">Loss</th>
        <th scope="col" class="right">Images</th>
        <th scope="col" class="right">Seen in training</th>
      </tr>
    </thead>
    <tbody>
      ${models.map(
        ({ name, evaluation: { f2, accuracy, loss, samples }, seen, href }) =>
          html`<tr>
            <th scope="row">
              <a href="${href}"><bdi>${name}</bdi></a>
            </th>
            <td class="right">${f2?.toFixed(3) ?? percent(accuracy)}</td>
            <td class="right">${loss.toFixed(3)}</td>
            <td class="right">${wholeNumber(samples)}</td>
            <td class="right">${seen === undefined ? 'not known' : wholeNumber(seen.training)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
  return scrolling(table, { name: 'The models side by side', use: 'scroll' });
}

/** The recall of each class, by model. Classes are in the order of the first model that has them. */
function recallTable(models: readonly EvaluatedModel[]): Html {
  const names = new Set(
    models.flatMap(({ evaluation }) => evaluation.classes.map(({ name }) => name)),
  );
  const scores = models.map(
    ({ evaluation }) => new Map(evaluation.classes.map((score) => [score.name, score])),
  );
  const cell = (name: string, of: (typeof scores)[number]): Html => {
    const { recall = NaN, support = 0 } = of.get(name) ?? {};
    return html`<td class="right">${percent(support > 0 ? recall : NaN)}</td>`;
  };
  const table = html`<table>
    <caption>
      Recall: the share of the images of a class that were recognised
    </caption>
    <thead>
      <tr>
        <th scope="col">Class</th>
        ${models.map(({ name }) => html`<th scope="col" class="right"><bdi>${name}</bdi></th>`)}
      </tr>
    </thead>
    <tbody>
      ${[...names].map(
        (name) =>
          html`<tr>
            <th scope="row"><bdi>${name}</bdi></th>
            ${scores.map((of) => cell(name, of))}
          </tr>`,
      )}
    </tbody>
  </table>`;
  return scrolling(table, { name: 'The recall of each class', use: 'scroll' });
}

function warnings(model: EvaluatedModel): string[] {
  return seenWarnings(model).map((sentence) => `${model.name}: ${sentence}`);
}

async function section(model: EvaluatedModel, id: string): Promise<Html> {
  return html`<section id="${id}">
    <details>
      <summary>
        <h2><bdi>${model.name}</bdi></h2>
      </summary>
      ${await evaluationParts(model.evaluation, id)}
    </details>
  </section>`;
}
