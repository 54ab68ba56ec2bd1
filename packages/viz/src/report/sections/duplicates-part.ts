import type { DuplicateGroup } from '@sprout/core';
import { counted, wholeNumber } from '../../text/format.ts';
import { shownDuplicates } from '../data/shown-duplicates.ts';
import { clean } from '../parts/clean.ts';
import { html, type Html } from '../parts/html.ts';
import { pathCode } from '../parts/path-code.ts';
import { thumbnail } from '../parts/thumbnail.ts';
import { scrolling } from '../parts/scrolling.ts';

/**
 * The groups of equal and nearly equal pictures, those that matter most first.
 *
 * @param pictures The images by id. Without them the groups are a table of names.
 */
export function duplicatesPart(
  groups: readonly DuplicateGroup[],
  pictures?: ReadonlyMap<string, Uint8Array>,
): Html {
  if (groups.length === 0) return clean('No picture occurs twice.');
  const shown = shownDuplicates(groups);
  const cut = shown.length < groups.length ? ` The first ${wholeNumber(shown.length)}:` : '';
  return html`<h3>${counted(groups.length, 'group')} of equal or nearly equal pictures</h3>
    <p class="quiet">Pictures that occur more than once.${cut}</p>
    ${pictures === undefined ? table(shown) : html`<div class="columns">${shown.map((group) => gallery(group, pictures))}</div>`}`;
}

type Shown = ReturnType<typeof shownDuplicates>[number];

const LIKENESS = {
  'same-file': 'the same file',
  'same-pixels': 'the same pixels',
  near: 'nearly equal',
};

function table(groups: readonly Shown[]): Html {
  return scrolling(
    html`<table>
      <thead>
        <tr>
          <th scope="col">Likeness</th>
          <th scope="col">Files</th>
          <th scope="col">Matters because</th>
        </tr>
      </thead>
      <tbody>
        ${groups.map(
          (group) =>
            html`<tr>
              <th scope="row">${LIKENESS[group.kind]}</th>
              <td>${group.ids.map((id) => pathCode(id))} ${rest(group)}</td>
              <td>${reasons(group)}</td>
            </tr>`,
        )}
      </tbody>
    </table>`,
    { name: 'Duplicates', use: 'scroll' },
  );
}

function gallery(group: Shown, pictures: ReadonlyMap<string, Uint8Array>): Html {
  return html`<div>
    <h4>${LIKENESS[group.kind]} ${tags(group)}</h4>
    <ul class="gallery small">
      ${group.ids.map((id) => html`<li>${thumbnail(pictures.get(id), id)} ${pathCode(id)}</li>`)}
    </ul>
    ${rest(group)}
  </div>`;
}

function rest({ more }: Shown): Html | undefined {
  return more === 0 ? undefined : html`<p class="quiet">and ${wholeNumber(more)} more</p>`;
}

function reasons(group: DuplicateGroup): Html {
  const isWorse = group.classes.length > 1 || group.acrossSplit;
  return isWorse ? tags(group) : html`<span class="quiet">counts more than once</span>`;
}

function tags({ classes, acrossSplit }: DuplicateGroup): Html {
  return html`${classes.length > 1 ? html`<span class="tag warning">different classes</span>` : undefined}
  ${acrossSplit ? html`<span class="tag warning">both sides of the split</span>` : undefined}`;
}
