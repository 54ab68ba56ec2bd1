import type { OpSpec } from '@sprout/core';
import { html, type Html } from './html.ts';
import { opLine } from './op-line.ts';

/** The ops of a recipe or an augmentation, one on each line. */
export function opList(specs: readonly OpSpec[]): Html {
  return specs.length === 0
    ? html`<p class="quiet">none</p>`
    : html`<ol class="ops">
        ${specs.map((spec) => html`<li><code>${opLine(spec)}</code></li>`)}
      </ol>`;
}
