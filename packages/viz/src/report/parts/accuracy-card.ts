import { percent } from '../../text/format.ts';
import { wilsonInterval } from '../data/wilson-interval.ts';
import { accuracyScale } from './accuracy-scale.ts';
import { html, type Html } from './html.ts';

export interface AccuracyCardOptions {
  /** 0 to 1. */
  readonly accuracy: number;
  /** The number of images that it was measured on. */
  readonly samples: number;
  /** The accuracy of guessing, 0 to 1. */
  readonly chance: number;
}

/** An accuracy with its 95 % interval and the accuracy of guessing, as the main card at the top of a page. */
export function accuracyCard(
  name: string,
  { accuracy, samples, chance }: AccuracyCardOptions,
): Html {
  const [low, high] = wilsonInterval(accuracy, samples);
  return html`<div class="number main">
    <span class="name">${name}</span>
    <span class="value">${percent(accuracy)}</span>
    ${accuracyScale(accuracy, { samples, chance })}
    <span class="note"
      >95 % interval ${percent(low)} to ${percent(high)}; guessing: ${percent(chance)}</span
    >
  </div>`;
}
