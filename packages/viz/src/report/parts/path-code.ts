import { breakable } from './breakable.ts';
import { html, type Html } from './html.ts';

/** A path in a code font that can break into lines after its separators. */
export function pathCode(path: string): Html {
  return html`<code class="path"><bdi>${breakable(path)}</bdi></code>`;
}
