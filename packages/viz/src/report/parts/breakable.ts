import { html, type Html, trusted } from './html.ts';

/** Text that can break into lines after the separators of paths and names in it: slashes, backslashes and underscores. A unit such as images/s stays whole. */
export function breakable(text: string): Html {
  const parts = text.split(/(?<=[/\\_])(?=\S{2})/).map((part) => html`${part}`.markup);
  return trusted(parts.join('<wbr />'));
}
