import { giveaways } from '../../plots/giveaways.ts';
import { figure } from '../figure.ts';
import { counted, percent } from '../format.ts';
import { html, type Html } from '../html.ts';
import { pathCode } from '../path-code.ts';
import type { DuplicateGroup, HealthSection, ReportData } from '../report-data.ts';

/** Long lists are cut here; `inspect` has them whole. */
const MOST_ROWS = 50;

/** What was found in the data: broken files, the same picture twice, and what gives the class away. */
export async function health({ health: found, dataset }: ReportData): Promise<Html | undefined> {
  if (found === undefined) return undefined;
  return html`<section id="health">
    <h2>The health of the data</h2>
    ${notes(found)} ${found.bad && badFiles(found.bad)}
    ${found.duplicates && duplicates(found.duplicates)}
    ${await giveawayPart(found, 1 / dataset.classes.length)}
  </section>`;
}

function notes({ notes: sentences = [] }: HealthSection): Html | undefined {
  if (sentences.length === 0) return undefined;
  return html`<ul>
    ${sentences.map((sentence) => html`<li>${sentence}</li>`)}
  </ul>`;
}

function badFiles(files: readonly { readonly path: string; readonly reason: string }[]): Html {
  if (files.length === 0) return clean('Every file could be read.');
  return html`<h3>${counted(files.length, 'file')} that could not be used</h3>
    <div class="scroll">
      <table>
        <caption>
          Left out of training and validation${cut(files.length)}
        </caption>
        <thead>
          <tr>
            <th scope="col">File</th>
            <th scope="col">Reason</th>
          </tr>
        </thead>
        <tbody>
          ${files.slice(0, MOST_ROWS).map(
            ({ path, reason }) =>
              html`<tr>
                <th scope="row">${pathCode(path)}</th>
                <td>${reason}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
}

function duplicates(groups: readonly DuplicateGroup[]): Html {
  if (groups.length === 0) return clean('No picture is there twice.');
  return html`<h3>${counted(groups.length, 'group')} of equal or nearly equal pictures</h3>
    <div class="scroll">
      <table>
        <caption>
          Pictures that are there more than once${cut(groups.length)}
        </caption>
        <thead>
          <tr>
            <th scope="col">Likeness</th>
            <th scope="col">Files</th>
            <th scope="col">Matters because</th>
          </tr>
        </thead>
        <tbody>
          ${groups
            .toSorted((a, b) => weight(b) - weight(a))
            .slice(0, MOST_ROWS)
            .map(duplicateRow)}
        </tbody>
      </table>
    </div>`;
}

function duplicateRow({ kind, paths, acrossClasses, acrossSplit }: DuplicateGroup): Html {
  return html`<tr>
    <th scope="row">${kind === 'exact' ? 'equal' : 'nearly equal'}</th>
    <td>${paths.map((path) => pathCode(path))}</td>
    <td>
      ${acrossClasses ? html`<span class="tag">different classes</span>` : undefined}
      ${acrossSplit ? html`<span class="tag">both sides of the split</span>` : undefined}
      ${acrossClasses || acrossSplit ? undefined : html`<span class="quiet">counts more than once</span>`}
    </td>
  </tr>`;
}

function weight({ acrossClasses, acrossSplit }: DuplicateGroup): number {
  return Number(acrossSplit) * 2 + Number(acrossClasses);
}

async function giveawayPart({ giveaways: features = [] }: HealthSection, chance: number) {
  if (features.length === 0) return undefined;
  const suspicious = features.filter((feature) => feature.suspicious);
  const bars = await figure(giveaways(features, { chance }), {
    id: 'giveaways',
    alt: features.map(({ feature, accuracy }) => `${feature}: ${percent(accuracy)}`).join('; '),
    caption: 'What should say nothing about the class, and how often it does.',
  });
  return html`<h3>Giveaways</h3>
    ${
      suspicious.length === 0
        ? clean('Nothing but the content of the pictures gives the class away.')
        : html`<p>
            Suspicious: <b>${suspicious.map(({ feature }) => feature).join(', ')}</b>. A model can
            reach a good accuracy by looking at nothing else, and fail on pictures taken elsewhere.
          </p>`
    }
    ${bars}`;
}

function clean(sentence: string): Html {
  return html`<p class="clean">${sentence}</p>`;
}

function cut(count: number): string {
  return count > MOST_ROWS ? ` (the first ${MOST_ROWS})` : '';
}
