import { html, type Html } from './html.ts';
import { imageDataUri } from './image-data-uri.ts';

/** A picture as a part of the page; an empty frame if there is no picture or its format is unknown. */
export function thumbnail(image: Uint8Array | undefined, alt: string): Html {
  const address = image && imageDataUri(image);
  return address === undefined
    ? html`<div class="picture missing" role="img" aria-label="${alt}"></div>`
    : html`<img class="picture" src="${address}" alt="${alt}" loading="lazy" decoding="async" />`;
}
