import type { DuplicateGroup, Finding, Giveaway } from '@sprout/core';
import { giveaways } from '../../plots/giveaways.ts';
import { figure } from '../parts/figure.ts';
import { counted, percent } from '../../text/format.ts';
import { html, type Html } from '../parts/html.ts';
import { pathCode } from '../parts/path-code.ts';
import type { HealthSection, ReportData } from '../data/report-data.ts';

/** The most rows of a table. */
const MOST_ROWS = 50;
/** The most files of a row. */
const MOST_IDS = 20;

/** The health of the data: findings, bad images, duplicates and giveaways. */
export async function health({ health: found }: ReportData): Promise<Html | undefined> {
  if (found === undefined) return undefined;
  const { findings, bad, duplicates, giveaways: features }: HealthSection = found;
  return html`<section id="health">
    <h2>The health of the data</h2>
    ${findings && findingList(findings)} ${bad && badFiles(bad)}
    ${duplicates && duplicateTable(duplicates)} ${features && (await giveawayPart(features))}
  </section>`;
}

function findingList(findings: readonly Finding[]): Html | undefined {
  if (findings.length === 0) return undefined;
  return html`<ul class="findings">
    ${findings.map(
      ({ severity, sentence }) =>
        html`<li><span class="tag ${severity}">${severity}</span><span>${sentence}</span></li>`,
    )}
  </ul>`;
}

function badFiles(files: NonNullable<HealthSection['bad']>): Html {
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
            ({ id, reason }) =>
              html`<tr>
                <th scope="row">${pathCode(id)}</th>
                <td>${reason}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
}

function duplicateTable(groups: readonly DuplicateGroup[]): Html {
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

const LIKENESS = {
  'same-file': 'the same file',
  'same-pixels': 'the same pixels',
  near: 'nearly equal',
};

function duplicateRow({ kind, ids, classes, acrossSplit }: DuplicateGroup): Html {
  const acrossClasses = classes.length > 1;
  return html`<tr>
    <th scope="row">${LIKENESS[kind]}</th>
    <td>
      ${ids.slice(0, MOST_IDS).map((id) => pathCode(id))}
      ${ids.length > MOST_IDS ? html`<span class="quiet">and ${ids.length - MOST_IDS} more</span>` : undefined}
    </td>
    <td>
      ${acrossClasses ? html`<span class="tag warning">different classes</span>` : undefined}
      ${acrossSplit ? html`<span class="tag warning">both sides of the split</span>` : undefined}
      ${acrossClasses || acrossSplit ? undefined : html`<span class="quiet">counts more than once</span>`}
    </td>
  </tr>`;
}

function weight({ classes, acrossSplit }: DuplicateGroup): number {
  return Number(acrossSplit) * 2 + Number(classes.length > 1);
}

async function giveawayPart(features: readonly Giveaway[]): Promise<Html | undefined> {
  const [first] = features;
  if (first === undefined) return undefined;
  const suspicious = features.filter((feature) => feature.suspicious);
  const bars = await figure(giveaways(features, { chance: first.chance }), {
    id: 'giveaways',
    alt: features.map(({ feature, accuracy }) => `${feature}: ${percent(accuracy)}`).join('; '),
    caption: 'What should say nothing about the class, and how often it gives the class away.',
  });
  return html`<h3>Giveaways</h3>
    ${
      suspicious.length === 0
        ? clean('Nothing that was looked at gives the class away.')
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
