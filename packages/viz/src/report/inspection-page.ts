import type { ClassHealth } from '@sprout/core';
import { counted, wholeNumber } from '../text/format.ts';
import type { HealthSection } from './data/report-data.ts';
import { html, type Html } from './parts/html.ts';
import { page } from './page.ts';
import { health } from './sections/health.ts';
import { scrolling } from './parts/scrolling.ts';

export interface InspectionPage {
  /** The name of the data set. */
  readonly title: string;
  /** Readable images. */
  readonly images: number;
  readonly classes: readonly ClassHealth[];
  readonly health: HealthSection;
}

/** A page about the health of a data set, in the style of the report: one HTML file without scripts. */
export async function inspectionPage({
  title,
  images,
  classes,
  health: found,
}: InspectionPage): Promise<string> {
  const heading = `Inspection of ${title}`;
  const body = html`<h1><bdi>${heading}</bdi></h1>
    <p class="verdict">
      <b>${counted(images, 'image')}</b> in ${counted(classes.length, 'class')}.
    </p>
    ${await health({ health: found })} ${classTable(classes)}`;
  return page(heading, body);
}

function classTable(classes: readonly ClassHealth[]): Html {
  return html`<section>
    <h2>The classes</h2>
    ${scrolling(
      html`<table>
        <thead>
          <tr>
            <th scope="col">Class</th>
            <th scope="col" class="right">Images</th>
            <th scope="col" class="right">Not usable</th>
          </tr>
        </thead>
        <tbody>
          ${classes.map(
            ({ name, images, bad }) =>
              html`<tr>
                <th scope="row"><bdi>${name}</bdi></th>
                <td class="right">${wholeNumber(images)}</td>
                <td class="right">${wholeNumber(bad)}</td>
              </tr>`,
          )}
        </tbody>
      </table>`,
      { name: 'The classes', use: 'scroll' },
    )}
  </section>`;
}
