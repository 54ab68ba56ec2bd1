import { html, type Html } from '../parts/html.ts';
import { imageDataUri } from '../parts/image-data-uri.ts';
import type { ModelPicture } from '../data/model-section.ts';

/** Pictures of filters and classes. Those of an unknown format are left out. */
export function picturesPart(pictures: readonly ModelPicture[] = []): Html | undefined {
  const shown = pictures.flatMap(({ title, image }) => {
    const address = imageDataUri(image);
    return address === undefined ? [] : [{ title, address }];
  });
  if (shown.length === 0) return undefined;
  return html`<h3>What it looks for</h3>
    <p class="quiet">
      Images that were changed step by step until a filter or a class reacts strongly to them. The
      number under each is its value.
    </p>
    ${shown.map(
      ({ title, address }) =>
        html`<figure class="made">
          <img src="${address}" alt="Pictures of ${title}" loading="lazy" decoding="async" />
          <figcaption><bdi>${title}</bdi></figcaption>
        </figure>`,
    )}`;
}
