import { html, type Html } from '../parts/html.ts';
import { imageDataUri } from '../parts/image-data-uri.ts';
import { scrolling } from '../parts/scrolling.ts';

/** Some images and their augmentations, as a contact sheet. @param sheet An encoded picture. */
export function augmentationPart(sheet: Uint8Array | undefined): Html | undefined {
  const address = sheet && imageDataUri(sheet);
  if (address === undefined) return undefined;
  const alt = 'Prepared images, each with its augmentations in the first epochs';
  const picture = html`<img
    class="sheet"
    src="${address}"
    alt="${alt}"
    loading="lazy"
    decoding="async"
  />`;
  return html`<h3>What augmentation does</h3>
    <p class="quiet">
      The model is trained on images with these changes, which differ from epoch to epoch. If you
      cannot recognise the class of a changed image, the changes are too strong.
    </p>
    <p class="hint" aria-hidden="true">Scroll sideways to see all of it.</p>
    ${scrolling(picture, { name: 'Augmentations', use: 'canvas' })}`;
}
