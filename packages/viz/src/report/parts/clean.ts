import { html, type Html } from './html.ts';

/** A sentence that says that nothing is wrong. */
export function clean(sentence: string | Html): Html {
  return html`<p class="clean">${sentence}</p>`;
}
