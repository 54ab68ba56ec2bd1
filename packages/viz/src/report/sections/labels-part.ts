import type { DoubtfulLabel, LabelsSection } from '../data/labels-section.ts';
import { counted, percent, wholeNumber } from '../../text/format.ts';
import { facts } from '../parts/facts.ts';
import { html, type Html } from '../parts/html.ts';
import { pathCode } from '../parts/path-code.ts';
import { thumbnail } from '../parts/thumbnail.ts';

/** The number of images for which another class is more probable than the label. Suspects are among them. */
export function disagreeing({ images, agreement }: LabelsSection): number {
  return images - Math.round(agreement * images);
}

/** The numbers of doubtful labels and of suspects, as sentences, and advice. */
export function labelVerdict(section: LabelsSection): Html {
  const { images, suspects } = section;
  const count = disagreeing(section);
  if (count === 0)
    return html`For each of the ${counted(images, 'image')} the class of the folder is the most
    probable one.`;
  return html`For <b>${wholeNumber(count)}</b> of ${counted(images, 'image')} another class is more
    probable than the class of the folder. ${suspectSentence(count, suspects)} Check each image
    before you move it: an unusual image of a class is not a wrong label.`;
}

function suspectSentence(count: number, suspects: number): Html {
  if (suspects === 0)
    return html`${count === 1 ? 'It is not a suspect' : 'None of them is a suspect'}: the classifier
    is not confident of the other class.`;
  const [verb, noun] = suspects === 1 ? ['is', 'a suspect'] : ['are', 'suspects'];
  const subject = count === 1 ? 'It' : `${wholeNumber(suspects)} of these ${count} images`;
  return html`<b>${subject} ${verb} ${noun}:</b> the classifier is confident of another class, so
    the folder is probably wrong.`;
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

/** The suspects as pictures, then the other images for which another class is more probable. Nothing without pictures. */
export function labelGallery(section: LabelsSection): Html | undefined {
  const { shown, suspects, others = [] } = section;
  if (shown.length + others.length === 0) return undefined;
  const unsuspected = disagreeing(section) - suspects;
  return html`<p class="quiet">
      The most doubtful images come first. Beside each class is its probability.
    </p>
    ${gallery('Suspects', { shown, total: suspects })}
    ${gallery('Other images for which another class is more probable', { shown: others, total: unsuspected })}`;
}

function gallery(
  title: string,
  { shown, total }: { readonly shown: readonly DoubtfulLabel[]; readonly total: number },
): Html | undefined {
  if (shown.length === 0) return undefined;
  const part = shown.length < total ? `The first ${wholeNumber(shown.length)} of ` : '';
  return html`<h3>${title}</h3>
    <p class="quiet">${part}${counted(total, 'image')}</p>
    <ul class="gallery">
      ${shown.map(card)}
    </ul>`;
}

function card(row: DoubtfulLabel): Html {
  const { path, label, suggested, selfConfidence, probability, image } = row;
  return html`<li>
    ${thumbnail(image, `${path}: in ${label}, looks like ${suggested}`)}
    <span class="label"
      ><span class="quiet">folder:</span> <bdi>${label}</bdi>
      <span class="quiet">${percent(selfConfidence)}</span></span
    >
    <span class="guess"
      ><span class="quiet">suggested:</span> <bdi>${suggested}</bdi>
      <span class="quiet">${percent(probability)}</span></span
    >
    ${pathCode(path)}
  </li>`;
}
