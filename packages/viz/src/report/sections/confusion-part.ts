import { confusionMatrix } from '../../plots/confusion-matrix.ts';
import { confusedPairs, type ConfusedPair } from '../data/confused-pairs.ts';
import { figure } from '../parts/figure.ts';
import { counted, percent } from '../../text/format.ts';
import { html, type Html } from '../parts/html.ts';
import { pathCode } from '../parts/path-code.ts';
import { thumbnail } from '../parts/thumbnail.ts';
import type { EvaluationSection } from '../data/evaluation-section.ts';
import type { Thumbnail } from '../data/thumbnail.ts';

const MOST_PAIRS = 6;

/** The confusion matrix, whose cells link to the pictures of the confused images, and the most frequent confusions as text. Nothing for tags. */
export async function confusionPart(
  { classes, confusion, confused = [] }: EvaluationSection,
  id: string,
): Promise<Html | undefined> {
  if (confusion.length === 0) return undefined;
  const names = classes.map(({ name }) => name);
  const pairs = confusedPairs(confusion, { most: Number.POSITIVE_INFINITY });
  const galleries = new Map(
    confused.map(({ label, predicted, images }) => [anchor(id, label, predicted), images]),
  );
  const linkOf = (label: number, predicted: number): string | undefined => {
    const target = anchor(id, label, predicted);
    return galleries.has(target) ? `#${target}` : undefined;
  };
  const links = galleries.size > 0;
  const rest = links ? pairs.slice(MOST_PAIRS) : [];
  const matrix = await figure(
    confusionMatrix(confusion, { classes: names, ...(links && { linkOf }) }),
    {
      id: `${id}-confusion`,
      narrow: 'none', // cells must hold their numbers
      alt: `Confusion matrix of ${names.length} classes; its largest mistakes are listed in the text`,
      caption: `Each row holds the images of one class. Blue: recognised; orange: taken for another class. The stronger the colour, the larger the share of the row.${links ? ' An orange number links to the images.' : ''}`,
    },
  );
  const list = (some: readonly ConfusedPair[]) => pairList(some, { id, names, galleries });
  return html`<h3>What it confuses</h3>
    ${pairs.length === 0 ? html`<p>Nothing: every image was recognised.</p>` : list(pairs.slice(0, MOST_PAIRS))}
    ${cutNote(pairs.length, links)} ${matrix}
    ${
      rest.length === 0
        ? undefined
        : html`<details>
            <summary>${counted(rest.length, 'more confusion')}</summary>
            ${list(rest)}
          </details>`
    }`;
}

/** A note that the list is cut; with pictures, the rest follows the matrix. */
function cutNote(count: number, hasRest: boolean): Html | undefined {
  if (count <= MOST_PAIRS) return undefined;
  const where = hasRest ? 'the others are listed below the matrix' : 'the matrix has the others';
  return html`<p class="quiet small">The ${MOST_PAIRS} most frequent of ${count}; ${where}.</p>`;
}

function anchor(id: string, label: number, predicted: number): string {
  return `${id}-confused-${label}-${predicted}`;
}

interface PairListOptions {
  readonly id: string;
  readonly names: readonly string[];
  /** The pictures of pairs, by their anchors. */
  readonly galleries: ReadonlyMap<string, readonly Thumbnail[]>;
}

function pairList(pairs: readonly ConfusedPair[], { id, names, galleries }: PairListOptions): Html {
  return html`<ul class="pairs">
    ${pairs.map(({ label, predicted, count, total }) => {
      const target = anchor(id, label, predicted);
      const images = galleries.get(target);
      const words = html`<b><bdi>${names[label]}</bdi></b> taken for
        <b><bdi>${names[predicted]}</bdi></b>
        <span class="quiet">${count} of ${total} (${percent(count / total)})</span>`;
      return html`<li>${images === undefined ? words : opened(words, images, target)}</li>`;
    })}
  </ul>`;
}

/** Words that open to pictures. A link to the pictures opens them too. */
function opened(words: Html, images: readonly Thumbnail[], target: string): Html {
  return html`<details class="confused">
    <summary>${words}</summary>
    <ul class="gallery small" id="${target}">
      ${images.map(
        ({ image, caption }) => html`<li>${thumbnail(image, caption)} ${pathCode(caption)}</li>`,
      )}
    </ul>
  </details>`;
}
