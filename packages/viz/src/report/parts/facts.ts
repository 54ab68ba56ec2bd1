import { breakable } from './breakable.ts';
import { html, type Html } from './html.ts';
import type { Fact } from '../data/fact.ts';

/** A word that is longer than a column, such as a hash. Paths can break at their separators. */
const LONG_WORD = /[^\s/\\_]{32}/;

const LONG = html` class="long"`;

/** Names and values side by side. A value with a long word has a row of its own. */
export function facts(list: readonly Fact[]): Html {
  return html`<dl class="facts">
    ${list.map(
      ({ name, value }) =>
        html`<div${LONG_WORD.test(value) ? LONG : undefined}>
          <dt>${name}</dt>
          <dd>${breakable(value)}</dd>
        </div>`,
    )}
  </dl>`;
}
