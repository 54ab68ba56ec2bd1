import { headline, headlineTitle } from './sections/headline.ts';
import { comparison } from './sections/comparison.ts';
import { reproduce, use } from './sections/commands.ts';
import { data } from './sections/data.ts';
import { health } from './sections/health.ts';
import { labels } from './sections/labels.ts';
import { map } from './sections/map.ts';
import { model } from './sections/model.ts';
import { search } from './sections/search.ts';
import { html, type Html } from './parts/html.ts';
import type { ReportData } from './data/report-data.ts';
import { page } from './page.ts';

/**
 * Renders the report: one HTML page without scripts, which contains its pictures and needs no network. All strings of the data
 * (names, paths, messages) are escaped. The same data gives the same bytes.
 */
export async function renderReport(report: ReportData): Promise<string> {
  const sections: (Html | undefined)[] = [
    await comparison(report),
    search(report),
    await data(report),
  ];
  for (const [number, section] of report.models.entries()) {
    sections.push(await model(section, { id: `model-${number}`, folded: number > 0 }));
  }
  sections.push(await health(report), labels(report), await map(report));
  sections.push(use(report), reproduce(report));
  return page(headlineTitle(report), html`${headline(report)} ${contents(report)} ${sections}`, {
    suffix: 'Sprout report',
    content: report.content,
    footer: html`<footer>Sprout ${report.version} · ${report.date}</footer>`,
  });
}

function contents({
  models,
  search: searched,
  health: found,
  labels: judged,
  map: points,
  use: commands,
  reproduce: how,
}: ReportData): Html {
  const entries = [
    ...(models.some(({ evaluation }) => evaluation && evaluation.f2 === undefined)
      ? [['comparison', 'Is that any good?']]
      : []),
    ...(searched ? [['search', 'How the model was chosen']] : []),
    ['data', 'The data'],
    ...models.map(({ name }, number) => [`model-${number}`, name]),
    ...(found ? [['health', 'Health']] : []),
    ...(judged ? [['labels', 'Wrong labels']] : []),
    ...(points ? [['map', 'Feature map']] : []),
    ...(commands?.length ? [['use', 'Use']] : []),
    ...(how ? [['reproduce', 'Reproduce']] : []),
  ];
  return html`<nav aria-label="Contents">
    <ul>
      ${entries.map(
        ([id, title]) =>
          html`<li>
            <a href="#${id}"><bdi>${title}</bdi></a>
          </li>`,
      )}
    </ul>
  </nav>`;
}
