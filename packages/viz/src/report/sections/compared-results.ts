import { accuracyCard } from '../parts/accuracy-card.ts';
import { html, type Html } from '../parts/html.ts';
import { numberCard } from '../parts/number-card.ts';
import type { EvaluationSection } from '../data/evaluation-section.ts';
import type { ModelPair } from '../data/report-data.ts';
import { counted, percent } from '../../text/format.ts';

/** A model with its results. */
export interface Measured {
  readonly name: string;
  readonly evaluation: EvaluationSection;
}

export interface ComparedResultsOptions {
  readonly pairs: readonly ModelPair[];
  /** What the models were tested on, as a noun in the singular. */
  readonly noun: 'image' | 'validation image';
}

/** Below this probability, a difference is called unlikely to be chance. */
const UNLIKELY = 0.05;

/** The results of several models in one sentence each, the best first, and their main numbers. Nothing for fewer than two. */
export function comparedResults(
  models: readonly Measured[],
  { pairs, noun }: ComparedResultsOptions,
): Html | undefined {
  const ranked = models.toSorted((a, b) => scoreOf(b) - scoreOf(a));
  const [best, second] = ranked;
  if (best === undefined || second === undefined) return undefined;
  const pair = pairs.find(
    ({ first, second: other }) =>
      (first === best.name && other === second.name) ||
      (first === second.name && other === best.name),
  );
  const isTagged = best.evaluation.f2 !== undefined;
  return html`<p class="verdict">
      ${ranked.map((model, at) => result(model, noun, at === ranked.length - 1))}
      ${pair && !isTagged ? difference([best, second], pair, noun) : undefined}
    </p>
    <div class="numbers">
      ${ranked.map(({ name, evaluation }) =>
        evaluation.f2 === undefined
          ? accuracyCard(name, { ...evaluation, chance: 1 / evaluation.classes.length })
          : numberCard(name, evaluation.f2.toFixed(3), `F2 on the ${noun}s`),
      )}
    </div>`;
}

function scoreOf({ evaluation }: Measured): number {
  return evaluation.f2 ?? evaluation.accuracy;
}

function result({ name, evaluation }: Measured, noun: string, isLast: boolean): Html {
  const { f2, accuracy, samples } = evaluation;
  const images = counted(samples, noun);
  const end = isLast ? '.' : ';';
  return f2 === undefined
    ? html`<b><bdi>${name}</bdi></b> recognises <b>${percent(accuracy)}</b> of ${images}${end} `
    : html`<b><bdi>${name}</bdi></b> has an F2 of <b>${f2.toFixed(3)}</b> on ${images}${end} `;
}

/** Whether the two best models differ by more than chance. */
function difference(
  [best, second]: readonly [Measured, Measured],
  { shared, probability }: ModelPair,
  noun: string,
): Html {
  const names = html`<bdi>${best.name}</bdi> and <bdi>${second.name}</bdi>`;
  if (shared === 0) return html`${names} have no ${noun} in common.`;
  const p = probability < 0.001 ? 'p < 0.001' : `p = ${probability.toFixed(3)}`;
  const judged = probability < UNLIKELY ? 'is unlikely to be chance' : 'may be chance';
  return html`On the ${counted(shared, 'image')} that ${names} both predicted, the difference
  ${judged} (${p}).`;
}
