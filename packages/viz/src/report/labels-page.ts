import { counted, percent } from '../text/format.ts';
import { html, type Html } from './parts/html.ts';
import { facts } from './parts/facts.ts';
import { page } from './page.ts';
import { pathCode } from './parts/path-code.ts';
import { thumbnail } from './parts/thumbnail.ts';

/** An image whose label is doubtful. */
export interface DoubtfulLabel {
  readonly path: string;
  /** The class of its folder, and its probability by the model. */
  readonly label: string;
  readonly selfConfidence: number;
  /** The class that the model believes, and its probability. */
  readonly believed: string;
  readonly probability: number;
  /** An encoded PNG, JPEG or WebP. */
  readonly image?: Uint8Array | undefined;
}

export interface LabelsPage {
  /** The name of the data set. */
  readonly title: string;
  /** The number of images that were judged. */
  readonly images: number;
  /** The name of the base. */
  readonly base: string;
  /** The share of labels that the model agrees with, 0 to 1. */
  readonly agreement: number;
  /** The estimated number of wrong labels. */
  readonly estimated: number;
  /** The number of suspects; `shown` may have only the first ones. */
  readonly suspects: number;
  readonly shown: readonly DoubtfulLabel[];
}

/** A page that shows the images whose folder is probably wrong: one HTML file without scripts and without requests. */
export function labelsPage(data: LabelsPage): string {
  const { title, images, base, agreement, estimated, suspects, shown } = data;
  const heading = `Probably wrong labels of ${title}`;
  const body = html`<h1>${heading}</h1>
    <p class="verdict">
      <b>${counted(suspects, 'image')}</b> of ${images} look more like another class than like that
      of their folder. Look at each before it is moved: a rare look of a class is no wrong label.
    </p>
    <section>
      <h2>How they were found</h2>
      ${facts([
        { name: 'Features', value: `${base}, frozen` },
        { name: 'Judged by', value: 'a classifier that had not seen the image (5 folds)' },
        { name: 'Labels it agrees with', value: percent(agreement) },
        { name: 'Estimated wrong labels', value: String(estimated) },
      ])}
    </section>
    ${shown.length > 0 ? gallery(shown, suspects) : undefined}`;
  return page(heading, body);
}

function gallery(shown: readonly DoubtfulLabel[], suspects: number): Html {
  const first = shown.length < suspects ? `The first ${shown.length}, t` : 'T';
  return html`<section>
    <h2>The images</h2>
    <p class="quiet">${first}he most doubtful first.</p>
    <ul class="gallery">
      ${shown.map(card)}
    </ul>
  </section>`;
}

function card(row: DoubtfulLabel): Html {
  const { path, label, believed, selfConfidence, probability, image } = row;
  return html`<li>
    ${thumbnail(image, `${path}: in ${label}, looks like ${believed}`)}
    <span class="label"
      ><bdi>${label}</bdi> <span class="quiet">${percent(selfConfidence)}</span></span
    >
    <span class="guess"
      ><bdi>${believed}</bdi> <span class="quiet">${percent(probability)}</span></span
    >
    ${pathCode(path)}
  </li>`;
}
