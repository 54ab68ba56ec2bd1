import { html, type Html, trusted } from './html.ts';

const OPTION = /((?<![\w-])--[a-z][a-z-]*)/;

/** Text that can break into lines after the separators of paths and names in it (slashes, backslashes, underscores), but not inside options. A unit such as images/s stays whole. */
export function breakable(text: string): Html {
  return trusted(text.split(OPTION).map(part).join(''));
}

function part(text: string): string {
  if (OPTION.test(text)) return html`<span class="whole">${text}</span>`.markup;
  const pieces = text.split(/(?<=[/\\_])(?=\S{2})/).map((piece) => html`${piece}`.markup);
  return pieces.join('<wbr />');
}
