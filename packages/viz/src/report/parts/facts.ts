import { breakable } from './breakable.ts';
import { html, type Html } from './html.ts';
import type { Fact } from '../data/fact.ts';

/** Names and values side by side. */
export function facts(list: readonly Fact[]): Html {
  return html`<dl class="facts">
    ${list.map(
      ({ name, value }) =>
        html`<div>
          <dt>${name}</dt>
          <dd>${breakable(value)}</dd>
        </div>`,
    )}
  </dl>`;
}
