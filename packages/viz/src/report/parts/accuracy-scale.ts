import { wilsonInterval } from '../data/wilson-interval.ts';
import { percentage } from '../../text/format.ts';
import { html, type Html } from './html.ts';

export interface AccuracyScaleOptions {
  /** The number of images that the accuracy was measured on. Left out when it was not measured. */
  readonly samples?: number | undefined;
  /** The accuracy of guessing, drawn as a tick, 0 to 1. */
  readonly chance?: number;
  /** Draws it in grey, for baselines. */
  readonly quiet?: boolean;
}

/**
 * An accuracy and its 95 % interval as a point on a line from 0 to 1. Hidden from screen readers: the text beside it
 * has the same numbers.
 */
export function accuracyScale(
  accuracy: number,
  { samples, chance, quiet = false }: AccuracyScaleOptions,
): Html {
  const [low, high] =
    samples === undefined ? [accuracy, accuracy] : wilsonInterval(accuracy, samples);
  return html`<span class="${quiet ? 'scale quiet-scale' : 'scale'}" aria-hidden="true"
    ><i class="range" style="left:${percentage(low, 2)}%;width:${percentage(high - low, 2)}%"></i
    >${chance === undefined ? undefined : html`<i class="chance" style="left:${percentage(chance, 2)}%"></i>`}<i
      class="point"
      style="left:${percentage(accuracy, 2)}%"
    ></i
  ></span>`;
}
