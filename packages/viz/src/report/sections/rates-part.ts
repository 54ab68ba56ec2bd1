import { rateSweep } from '../../plots/rate-sweep.ts';
import { figure } from '../parts/figure.ts';
import { html, type Html } from '../parts/html.ts';
import type { RatesSection } from '../data/model-section.ts';

/** The sweep of the learning rate before a training, and what it suggests. */
export async function ratesPart(
  rates: RatesSection | undefined,
  id: string,
): Promise<Html | undefined> {
  if (rates === undefined) return undefined;
  const { steps, suggestion, used } = rates;
  const words = `The suggested learning rate is ${shown(suggestion)}; this training used ${shown(used)}`;
  return html`<h3>Which learning rate?</h3>
    <p>${words}.</p>
    ${await figure(rateSweep(steps, { suggestion, used }), {
      id: `${id}-rates`,
      alt: words,
      caption:
        'The loss while the rate rises from batch to batch, before the training; the weights were then restored. The suggestion is a tenth of the rate with the smallest smoothed loss. The dashed line is the rate of the training.',
    })}`;
}

function shown(rate: number): string {
  return Number(rate.toPrecision(2)).toString();
}
