import { html, type Html, trusted } from './html.ts';

/** A path in a code font that can break into lines after its slashes. */
export function pathCode(path: string): Html {
  const parts = path.split('/').map((part) => html`${part}`.markup);
  return html`<code class="path"><bdi>${trusted(parts.join('/<wbr />'))}</bdi></code>`;
}
