import { breakable } from '../parts/breakable.ts';
import { facts } from '../parts/facts.ts';
import { html, type Html } from '../parts/html.ts';
import type { Command } from '../data/command.ts';
import type { ReportData } from '../data/report-data.ts';

/** How to use the model. */
export function use({ use: commands = [] }: ReportData): Html | undefined {
  if (commands.length === 0) return undefined;
  return html`<section id="use">
    <h2>How to use it</h2>
    ${commandList(commands)}
  </section>`;
}

/** How to get the same result again. */
export function reproduce({ reproduce: how }: ReportData): Html | undefined {
  if (how === undefined) return undefined;
  return html`<section id="reproduce">
    <h2>How to reproduce it</h2>
    ${commandList(how.commands)}
    ${facts([{ name: 'Seed', value: String(how.seed) }, ...how.versions])}
    ${how.hashes.length > 0 ? hashes(how.hashes) : undefined}
  </section>`;
}

function hashes(list: readonly { readonly name: string; readonly value: string }[]): Html {
  return html`<dl class="hashes">
    ${list.map(
      ({ name, value }) =>
        html`<div>
          <dt>${name}</dt>
          <dd><code>${value}</code></dd>
        </div>`,
    )}
  </dl>`;
}

function commandList(commands: readonly Command[]): Html {
  return html`<ul class="commands">
    ${commands.map(
      ({ line, purpose }) =>
        html`<li>
          ${purpose === undefined ? undefined : html`<span>${purpose}</span>`}
          <pre><code>${breakable(line)}</code></pre>
        </li>`,
    )}
  </ul>`;
}
