import { percent } from '../../text/format.ts';
import { html, type Html } from '../parts/html.ts';
import { pathCode } from '../parts/path-code.ts';
import type { EvaluationSection, TopLoss } from '../data/report-data.ts';
import { thumbnail } from '../parts/thumbnail.ts';

/** The images with the largest losses. */
export function topLossesPart({ topLosses }: EvaluationSection): Html | undefined {
  if (topLosses.length === 0) return undefined;
  return html`<h3>Its worst mistakes</h3>
    <p class="quiet">
      The largest losses: images that are hard, unlike the others, or in the wrong folder. Beside
      each name: the probability that the model gave it.
      ${topLosses.some(({ heatMap }) => heatMap !== undefined) ? HEAT_MAPS : undefined}
    </p>
    <ul class="gallery">
      ${topLosses.map(card)}
    </ul>`;
}

const HEAT_MAPS =
  'The second picture of the worst ones shows where the image speaks for the predicted class (Grad-CAM): the brighter, the more.';

function card({
  path,
  label,
  predicted,
  probability,
  labelProbability,
  loss,
  image,
  heatMap,
}: TopLoss): Html {
  const right = label === predicted;
  return html`<li>
    ${thumbnail(image, `${path}: ${label}, predicted ${predicted}`)}
    ${heatMap && thumbnail(heatMap, `where ${path} speaks for ${predicted}`)}
    <span class="label"
      ><bdi>${label}</bdi> <span class="quiet">${percent(labelProbability)}</span></span
    >
    <span class="${right ? 'guess right-guess' : 'guess'}">
      ${right ? 'recognised' : html`taken for <bdi>${predicted}</bdi>`}
      <span class="quiet">${percent(probability)}</span>
    </span>
    <span class="quiet">loss ${loss.toFixed(2)}</span>
    ${pathCode(path)}
  </li>`;
}
