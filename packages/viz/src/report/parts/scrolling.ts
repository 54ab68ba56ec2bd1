import { html, type Html } from './html.ts';

export interface ScrollingOptions {
  /** For screen readers. */
  readonly name: string;
  /** The classes of the element. */
  readonly use: string;
}

/** Content that may be wider than the page. It scrolls, also by the keyboard. The style sheet shades the sides on which more follows. */
export function scrolling(content: Html, { name, use }: ScrollingOptions): Html {
  return html`<div class="${use}" role="region" aria-label="${name}" tabindex="0">${content}</div>`;
}
