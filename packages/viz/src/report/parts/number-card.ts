import { html, type Html } from './html.ts';

/** A number with its name and a note, as one of the cards at the top of a page. */
export function numberCard(name: string, value: string, note: string): Html {
  return html`<div class="number">
    <span class="name">${name}</span>
    <span class="value">${value}</span>
    <span class="note">${note}</span>
  </div>`;
}
