import { accuracyCard } from '../parts/accuracy-card.ts';
import { html, type Html } from '../parts/html.ts';
import { numberCard } from '../parts/number-card.ts';
import { referenceAccuracies } from '../data/reference-accuracies.ts';
import type { EvaluationSection } from '../data/evaluation-section.ts';
import type { ModelSection } from '../data/model-section.ts';
import type { ModelPair, ReportData } from '../data/report-data.ts';
import { counted, percent } from '../../text/format.ts';

type Measured = ModelSection & { readonly evaluation: EvaluationSection };

/** Below this probability, a difference is called unlikely to be chance. */
const UNLIKELY = 0.05;

/** The title of a page about several models: their names and the data set. */
export function comparedTitle({ title, models }: Pick<ReportData, 'title' | 'models'>): string {
  const names = models.map(({ name }) => name);
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''} on ${title}`;
}

/** The results of several models in one sentence each, the best first, and their main numbers. */
export function comparedHeadline({ dataset, models, pairs = [] }: ReportData): Html | undefined {
  const ranked = models.filter(isMeasured).toSorted((a, b) => scoreOf(b) - scoreOf(a));
  const [best, second] = ranked;
  if (best === undefined || second === undefined) return undefined;
  const pair = pairs.find(
    ({ first, second: other }) =>
      (first === best.name && other === second.name) ||
      (first === second.name && other === best.name),
  );
  const { chance } = referenceAccuracies(dataset);
  return html`<p class="verdict">
      ${ranked.map((model, at) => result(model, at === ranked.length - 1))}
      ${pair && best.evaluation.f2 === undefined ? difference(best, second, pair) : undefined}
    </p>
    <div class="numbers">
      ${ranked.map(({ name, evaluation }) =>
        evaluation.f2 === undefined
          ? accuracyCard(name, { ...evaluation, chance: chance.accuracy })
          : numberCard(name, evaluation.f2.toFixed(3), 'F2 on the validation images'),
      )}
    </div>`;
}

function isMeasured(model: ModelSection): model is Measured {
  return model.evaluation !== undefined;
}

function scoreOf({ evaluation }: Measured): number {
  return evaluation.f2 ?? evaluation.accuracy;
}

function result({ name, evaluation }: Measured, isLast: boolean): Html {
  const { f2, accuracy, samples } = evaluation;
  const images = counted(samples, 'validation image');
  const end = isLast ? '.' : ';';
  return f2 === undefined
    ? html`<b><bdi>${name}</bdi></b> recognises <b>${percent(accuracy)}</b> of ${images}${end} `
    : html`<b><bdi>${name}</bdi></b> has an F2 of <b>${f2.toFixed(3)}</b> on ${images}${end} `;
}

/** Whether the two best models differ by more than chance. */
function difference(best: Measured, second: Measured, { shared, probability }: ModelPair): Html {
  const names = html`<bdi>${best.name}</bdi> and <bdi>${second.name}</bdi>`;
  if (shared === 0) return html`${names} have no validation image in common.`;
  const p = probability < 0.001 ? 'p < 0.001' : `p = ${probability.toFixed(3)}`;
  const judged = probability < UNLIKELY ? 'is unlikely to be chance' : 'may be chance';
  return html`On the ${counted(shared, 'image')} that ${names} both predicted, the difference
  ${judged} (${p}).`;
}
