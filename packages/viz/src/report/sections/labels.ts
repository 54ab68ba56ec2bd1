import { wholeNumber } from '../../text/format.ts';
import type { ReportData } from '../data/report-data.ts';
import { clean } from '../parts/clean.ts';
import { html, type Html } from '../parts/html.ts';
import { labelFacts, labelGallery, labelVerdict } from './labels-part.ts';

/** The images whose folder is probably wrong. */
export function labels({ labels: found }: Pick<ReportData, 'labels'>): Html | undefined {
  if (found === undefined) return undefined;
  const { images, suspects } = found;
  return html`<section id="labels">
    <h2>Probably wrong labels</h2>
    ${
      suspects === 0
        ? clean(`None of ${wholeNumber(images)} images looks more like another class.`)
        : html`<p>${labelVerdict(found)}</p>`
    }
    ${labelFacts(found)} ${labelGallery(found)}
  </section>`;
}
