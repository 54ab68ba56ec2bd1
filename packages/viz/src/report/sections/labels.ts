import type { ReportData } from '../data/report-data.ts';
import { clean } from '../parts/clean.ts';
import { html, type Html } from '../parts/html.ts';
import { disagreeing, labelFacts, labelGallery, labelVerdict } from './labels-part.ts';

/** The images whose folder is probably wrong. */
export function labels({ labels: found }: Pick<ReportData, 'labels'>): Html | undefined {
  if (found === undefined) return undefined;
  return html`<section id="labels">
    <h2>Probably wrong labels</h2>
    ${disagreeing(found) === 0 ? clean(labelVerdict(found)) : html`<p>${labelVerdict(found)}</p>`}
    ${labelFacts(found)} ${labelGallery(found)}
  </section>`;
}
