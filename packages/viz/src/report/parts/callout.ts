import { html, type Html } from './html.ts';

/** Sentences about the accuracy that a reader must see before using it. Nothing without a sentence. */
export function callout(sentences: readonly string[]): Html | undefined {
  if (sentences.length === 0) return undefined;
  return html`<aside class="callout" aria-label="Before you trust this number">
    <p><b>Before you trust this number</b></p>
    <ul>
      ${sentences.map((sentence) => html`<li>${sentence}</li>`)}
    </ul>
  </aside>`;
}
