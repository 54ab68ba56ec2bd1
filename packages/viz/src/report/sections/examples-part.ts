import type { ExamplePicture } from '../data/thumbnail.ts';
import { html, type Html } from '../parts/html.ts';
import { thumbnail } from '../parts/thumbnail.ts';

/** Examples of prepared images, each with its class. Its original is shown beside it if it looks different. */
export function examplesPart(examples: readonly ExamplePicture[] = []): Html | undefined {
  if (examples.length === 0) return undefined;
  const hasOriginals = examples.some(({ original }) => original !== undefined);
  return html`${
      hasOriginals
        ? html`<p class="quiet">
            Left: the image as it is in the file; right: as the recipe prepares it for the model.
          </p>`
        : undefined
    }
    <ul class="${hasOriginals ? 'gallery small twofold' : 'gallery small'}">
      ${examples.map(card)}
    </ul>`;
}

function card({ image, original, caption }: ExamplePicture): Html {
  return html`<li>
    ${
      original === undefined
        ? thumbnail(image, caption)
        : html`<span class="two">
            ${thumbnail(original, `${caption}, as in the file`)}
            ${thumbnail(image, `${caption}, prepared`)}
          </span>`
    }<span><bdi>${caption}</bdi></span>
  </li>`;
}
