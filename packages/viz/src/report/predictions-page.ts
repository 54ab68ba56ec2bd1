import { counted, percent, wholeNumber } from '../text/format.ts';
import { html, type Html } from './parts/html.ts';
import { pathCode } from './parts/path-code.ts';
import { thumbnail } from './parts/thumbnail.ts';
import { page } from './page.ts';

export interface PredictionsPage {
  /** The name of the run or of the model. */
  readonly model: string;
  /** An image whose class has a smaller probability is unknown; absent if there is no threshold. */
  readonly threshold?: number | undefined;
  /** In the order of the page. */
  readonly classes: readonly PredictedClass[];
  /** Files that cannot be used. */
  readonly failed: readonly { readonly path: string; readonly reason: string }[];
}

/** The images with one predicted class. */
export interface PredictedClass {
  /** The class, or the tags; `undefined` for no tags. */
  readonly name: string | undefined;
  /** Whether these are the images whose class is not known. */
  readonly isUnknown?: boolean | undefined;
  /** The number of its images; `shown` may have only some of them. */
  readonly images: number;
  /** The least probable first. */
  readonly shown: readonly PredictedPicture[];
}

export interface PredictedPicture {
  readonly path: string;
  /** The address of the file, relative to the page. */
  readonly href: string;
  /** The most probable class, for an image whose class is not known. */
  readonly best?: string | undefined;
  /** Of the predicted class, 0 to 1. */
  readonly probability: number;
  /** The most probable classes, the most probable first, if they are listed. */
  readonly ranked?: readonly { readonly name: string; readonly probability: number }[] | undefined;
  /** An encoded PNG, JPEG or WebP. */
  readonly image?: Uint8Array | undefined;
}

/** The most files that are listed as not usable. */
const MOST_FAILED = 50;

/** What a page of predictions is about, for `pageContent`. */
export const PREDICTIONS_CONTENT = 'predictions';

/** A page with the predictions for some files, by class: one HTML file without scripts and without requests. */
export function predictionsPage({ model, threshold, classes, failed }: PredictionsPage): string {
  const images = classes.reduce((sum, one) => sum + one.images, 0);
  const shown = classes.reduce((sum, one) => sum + one.shown.length, 0);
  const known = classes.filter(({ isUnknown = false }) => !isUnknown);
  const unknown = classes.find(({ isUnknown }) => isUnknown)?.images ?? 0;
  const aside = unknownText(unknown, threshold);
  const heading = `Predictions of ${model}`;
  const limit = shown < images ? ` The page shows ${wholeNumber(shown)} of them.` : '';
  const body = html`<h1><bdi>${heading}</bdi></h1>
    <p class="verdict">
      <b>${counted(images, 'image')}</b> in ${counted(known.length, 'class')}${aside}.${limit} In
      each class the least probable images come first: most mistakes are among them.
    </p>
    ${classes.length > 1 ? contents(classes) : undefined} ${classes.map(section)}
    ${failed.length > 0 ? failures(failed) : undefined}`;
  return page(heading, body, { content: PREDICTIONS_CONTENT });
}

function unknownText(unknown: number, threshold: number | undefined): string {
  if (unknown === 0)
    return threshold === undefined ? '' : `, each with a probability of ${threshold} or more`;
  const count = `, ${wholeNumber(unknown)} of them unknown`;
  if (threshold === undefined) return count;
  return `${count}, because no class has a probability of ${threshold} or more`;
}

function contents(classes: readonly PredictedClass[]): Html {
  return html`<nav aria-label="Contents">
    <ul>
      ${classes.map(
        ({ name, images }, at) =>
          html`<li>
            <a href="#class-${at}"><bdi>${titleOf(name)}</bdi></a>
            <span class="quiet">${wholeNumber(images)}</span>
          </li>`,
      )}
    </ul>
  </nav>`;
}

function section({ name, images, shown }: PredictedClass, at: number): Html {
  const part = shown.length < images ? `, the ${wholeNumber(shown.length)} least probable` : '';
  return html`<section id="class-${at}">
    <h2><bdi>${titleOf(name)}</bdi></h2>
    <p class="quiet">${counted(images, 'image')}${part}</p>
    <ul class="gallery">
      ${shown.map((picture) => card(picture, titleOf(name)))}
    </ul>
  </section>`;
}

function titleOf(name: string | undefined): string {
  return name ?? 'no tags';
}

function card(picture: PredictedPicture, name: string): Html {
  const { path, href, probability, best, ranked, image } = picture;
  const own = html`${best && html`<bdi>${best}</bdi> `}${percent(probability)}`;
  return html`<li>
    <a href="${href}">${thumbnail(image, `${path}: ${name}`)}</a>
    ${ranked === undefined ? html`<span class="label">${own}</span>` : ranking(ranked)}
    ${pathCode(path)}
  </li>`;
}

function ranking(ranked: NonNullable<PredictedPicture['ranked']>): Html {
  return html`<ol class="ranking">
    ${ranked.map((one) => html`<li><bdi>${one.name}</bdi> ${percent(one.probability)}</li>`)}
  </ol>`;
}

function failures(failed: PredictionsPage['failed']): Html {
  const more = failed.length - MOST_FAILED;
  return html`<section>
    <h2>${counted(failed.length, 'file')} that could not be used</h2>
    <ul>
      ${failed
        .slice(0, MOST_FAILED)
        .map(({ path, reason }) => html`<li>${pathCode(path)} ${reason}</li>`)}
    </ul>
    ${more > 0 ? html`<p class="quiet">and ${wholeNumber(more)} more</p>` : undefined}
  </section>`;
}
