import type { Finding, Giveaway } from '@sprout/core';
import { giveaways } from '../../plots/giveaways.ts';
import { figure } from '../parts/figure.ts';
import { counted, percent } from '../../text/format.ts';
import { html, type Html } from '../parts/html.ts';
import { breakable } from '../parts/breakable.ts';
import { clean } from '../parts/clean.ts';
import { pathCode } from '../parts/path-code.ts';
import type { HealthSection, ReportData } from '../data/report-data.ts';
import { duplicatesPart } from './duplicates-part.ts';
import { scrolling } from '../parts/scrolling.ts';

/** The most rows of a table. */
const MOST_ROWS = 50;

/** The health of the data: findings, bad images, duplicates and giveaways. */
export async function health({
  health: found,
}: Pick<ReportData, 'health'>): Promise<Html | undefined> {
  if (found === undefined) return undefined;
  const { findings, bad, duplicates, pictures, giveaways: features }: HealthSection = found;
  return html`<section id="health">
    <h2>The health of the data</h2>
    ${findings && findingList(findings)} ${bad && badFiles(bad)}
    ${duplicates && duplicatesPart(duplicates, pictures)}
    ${features && (await giveawayPart(features))}
  </section>`;
}

function findingList(findings: readonly Finding[]): Html | undefined {
  if (findings.length === 0) return undefined;
  return html`<ul class="findings">
    ${findings.map(
      ({ severity, sentence }) =>
        html`<li>
          <span class="tag ${severity}">${severity}</span><span>${breakable(sentence)}</span>
        </li>`,
    )}
  </ul>`;
}

function badFiles(files: NonNullable<HealthSection['bad']>): Html {
  if (files.length === 0) return clean('Every file could be read.');
  return html`<h3>${counted(files.length, 'file')} that could not be used</h3>
    ${scrolling(
      html`<table>
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
      </table>`,
      { name: 'Files that could not be used', use: 'scroll' },
    )}`;
}

async function giveawayPart(features: readonly Giveaway[]): Promise<Html | undefined> {
  const [first] = features;
  if (first === undefined) return undefined;
  const suspicious = features.filter((feature) => feature.suspicious);
  const bars = await figure(giveaways(features, { chance: first.chance }), {
    id: 'giveaways',
    alt: features.map(({ feature, accuracy }) => `${feature}: ${percent(accuracy)}`).join('; '),
    caption:
      'Properties other than the subject, and the accuracy with which each alone predicts the class. One is suspicious if its accuracy, less three standard errors, is more than a quarter of the way from guessing to 100 %, or if its area under the ROC curve for telling one class from the rest, less three standard errors, is above 0.85.',
  });
  return html`<h3>Giveaways</h3>
    ${
      suspicious.length === 0
        ? clean('No property that was checked gives the class away.')
        : html`<p>
            Suspicious: <b>${suspicious.map(({ feature }) => feature).join(', ')}</b>. A model that
            uses nothing else can reach a high accuracy, and fail on pictures taken elsewhere.
          </p>`
    }
    ${bars}`;
}

function cut(count: number): string {
  return count > MOST_ROWS ? ` (the first ${MOST_ROWS})` : '';
}
