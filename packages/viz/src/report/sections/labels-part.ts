import type { DoubtfulLabel, LabelsSection } from '../data/labels-section.ts';
import { counted, percent, wholeNumber } from '../../text/format.ts';
import { facts } from '../parts/facts.ts';
import { html, type Html } from '../parts/html.ts';
import { pathCode } from '../parts/path-code.ts';
import { thumbnail } from '../parts/thumbnail.ts';

/** The number of probably wrong labels, as a sentence, and advice. */
export function labelVerdict({ images, suspects }: LabelsSection): Html {
  return html`<b>${counted(suspects, 'image')}</b> of ${wholeNumber(images)} look more like another
    class than like the class of their folder. Check each image before you move it: an unusual image
    of a class is not a wrong label.`;
}

/** How doubtful labels were found. */
export function labelFacts({ base, agreement, estimated }: LabelsSection): Html {
  return facts([
    { name: 'Features', value: `${base}, frozen` },
    { name: 'Judged by', value: 'a classifier that had not seen the image (5 folds)' },
    { name: 'Labels it agrees with', value: percent(agreement) },
    { name: 'Estimated wrong labels', value: String(estimated) },
  ]);
}

/** The most doubtful images as pictures: the class of the folder, and the suggested class. */
export function labelGallery({ shown, suspects }: LabelsSection): Html | undefined {
  if (shown.length === 0) return undefined;
  const order =
    shown.length < suspects
      ? `The first ${wholeNumber(shown.length)}, the most doubtful first.`
      : 'The most doubtful first.';
  return html`<p class="quiet">
      ${order} Black: the class of the folder; orange: the suggested class; beside each class its
      probability.
    </p>
    <ul class="gallery">
      ${shown.map(card)}
    </ul>`;
}

function card(row: DoubtfulLabel): Html {
  const { path, label, suggested, selfConfidence, probability, image } = row;
  return html`<li>
    ${thumbnail(image, `${path}: in ${label}, looks like ${suggested}`)}
    <span class="label"
      ><bdi>${label}</bdi> <span class="quiet">${percent(selfConfidence)}</span></span
    >
    <span class="guess"
      ><bdi>${suggested}</bdi> <span class="quiet">${percent(probability)}</span></span
    >
    ${pathCode(path)}
  </li>`;
}
