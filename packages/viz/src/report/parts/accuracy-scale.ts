import { wilsonInterval } from '../data/wilson-interval.ts';
import { html, type Html } from './html.ts';

export interface AccuracyScaleOptions {
  /** The images that the accuracy was measured on; left out where it was not measured. */
  readonly samples?: number | undefined;
  /** A tick to compare with, 0 to 1. */
  readonly chance?: number;
  readonly quiet?: boolean;
}

/** An accuracy and its 95 % interval as a point on a line from 0 to 1. Says nothing that the text beside it must not say too. */
export function accuracyScale(
  accuracy: number,
  { samples, chance, quiet = false }: AccuracyScaleOptions,
): Html {
  const [low, high] =
    samples === undefined ? [accuracy, accuracy] : wilsonInterval(accuracy, samples);
  return html`<span class="${quiet ? 'scale quiet-scale' : 'scale'}" aria-hidden="true"
    ><i class="range" style="left:${share(low)};width:${share(high - low)}"></i
    >${chance === undefined ? undefined : html`<i class="chance" style="left:${share(chance)}"></i>`}<i
      class="point"
      style="left:${share(accuracy)}"
    ></i
  ></span>`;
}

function share(value: number): string {
  return `${(100 * value).toFixed(2)}%`;
}
