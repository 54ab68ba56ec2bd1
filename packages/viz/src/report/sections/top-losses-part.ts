import { percent } from '../../text/format.ts';
import { html, type Html } from '../parts/html.ts';
import { pathCode } from '../parts/path-code.ts';
import type { EvaluationSection, TopLoss } from '../data/evaluation-section.ts';
import { thumbnail } from '../parts/thumbnail.ts';

/** The images with the largest losses: first the mistakes, then those that were recognised with doubt. */
export function topLossesPart({ topLosses }: EvaluationSection): Html | undefined {
  if (topLosses.length === 0) return undefined;
  const mistakes = topLosses.filter((each) => !isRight(each));
  const right = topLosses.filter(isRight);
  return html`${mistakes.length === 0 ? undefined : worstMistakes(mistakes)}
  ${right.length === 0 ? undefined : doubtful(right)}`;
}

function worstMistakes(mistakes: readonly TopLoss[]): Html {
  return html`<h3>Its worst mistakes</h3>
    <p class="quiet">
      The mistakes with the largest losses: images that are hard, unlike the others, or in the wrong
      folder. Beside each name: the probability that the model gave it.
      ${mistakes.some(hasMap) ? HEAT_MAPS : undefined}
    </p>
    ${gallery(mistakes.filter(hasMap), 'twofold')}
    ${gallery(mistakes.filter((each) => !hasMap(each)))}`;
}

function doubtful(right: readonly TopLoss[]): Html {
  return html`<h3>Right, with the smallest probabilities</h3>
    <p class="quiet">The largest losses among the images that it recognised.</p>
    ${gallery(right)}`;
}

/** Images with a heat map are in a gallery of their own, with wider columns, so that the cards of a row have the same parts. */
function gallery(images: readonly TopLoss[], columns?: 'twofold'): Html | undefined {
  if (images.length === 0) return undefined;
  return html`<ul class="${columns === undefined ? 'gallery' : `gallery ${columns}`}">
    ${images.map(card)}
  </ul>`;
}

function hasMap({ heatMap }: TopLoss): boolean {
  return heatMap !== undefined;
}

function isRight({ label, predicted }: TopLoss): boolean {
  return label === predicted;
}

const HEAT_MAPS =
  'Where there are two pictures, the right-hand one shows the parts of the image that raise the score of the predicted class (Grad-CAM): the brighter, the more.';

function card(one: TopLoss): Html {
  const { path, label, predicted, probability, labelProbability, loss, image, heatMap } = one;
  const right = isRight(one);
  const picture = thumbnail(image, `${path}: ${label}, predicted ${predicted}`);
  return html`<li>
    ${heatMap === undefined ? picture : html`<span class="two">${picture} ${thumbnail(heatMap, `the parts of ${path} that raise the score of ${predicted}`)}</span>`}
    <span class="label"
      ><bdi>${label}</bdi> <span class="quiet">${percent(labelProbability)}</span></span
    >
    <span class="${right ? 'guess right-guess' : 'guess'}">
      ${right ? 'recognised' : html`taken for <bdi>${predicted}</bdi>`}
      ${right ? undefined : html`<span class="quiet">${percent(probability)}</span>`}
    </span>
    <span class="quiet">loss ${loss.toFixed(2)}</span>
    ${pathCode(path)}
  </li>`;
}
