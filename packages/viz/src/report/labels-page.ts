import { html } from './parts/html.ts';
import type { LabelsSection } from './data/labels-section.ts';
import { page } from './page.ts';
import { labelFacts, labelGallery, labelVerdict } from './sections/labels-part.ts';

export interface LabelsPage extends LabelsSection {
  /** The name of the data set. */
  readonly title: string;
}

/** A page that shows the images whose label is doubtful, the suspects first: one HTML file without scripts and without requests. */
export function labelsPage(data: LabelsPage): string {
  const heading = `Probably wrong labels of ${data.title}`;
  const images = labelGallery(data);
  const body = html`<h1>${heading}</h1>
    <p class="verdict">${labelVerdict(data)}</p>
    <section>
      <h2>How they were found</h2>
      ${labelFacts(data)}
    </section>
    ${
      images &&
      html`<section>
        <h2>The images</h2>
        ${images}
      </section>`
    }`;
  return page(heading, body);
}
