import { countOf, type HealthReport, visibleText } from '@sprout/core';

/** Longer names do not widen the column. */
const WIDEST_NAME = 40;

const RULE =
  '  (it gives classes away if its accuracy, less three standard errors, is more than a quarter of the way from chance to 100 %, or if its area under the ROC curve for telling one class from the rest, less three standard errors, is above 0.85)';

const SKIP = '(sprout train leaves them out with --on-bad skip)';

/** The images whose labels were judged; `undefined` if none were. */
type Judged = { readonly suspects: readonly unknown[] } | undefined;

/** A health report as text. The verdict is left out if labels are doubtful, and has other lines before it. */
export function healthText(
  report: HealthReport,
  { lines = [], labels }: { readonly lines?: readonly string[]; readonly labels?: Judged } = {},
): string {
  const { findings, bad } = report;
  const isClean = findings.length === 0 && (labels?.suspects.length ?? 0) === 0;
  const sentences = findings.map(({ severity, sentence }) => `${severity}: ${sentence}`);
  const reasons = bad.map(({ reason }) => visibleText(reason));
  return [
    factsText(report),
    ...section('findings', sentences),
    ...section('files that cannot be used', reasons.length === 0 ? [] : [...reasons, SKIP]),
    ...lines,
    ...(isClean ? ['nothing is wrong'] : []),
  ].join('\n');
}

function factsText({
  images,
  classes,
  formats,
  sizes,
  imbalance,
  giveaways,
}: HealthReport): string {
  const width = Math.min(WIDEST_NAME, Math.max(...classes.map(({ name }) => name.length), 5));
  const counts = classes.map(
    ({ name, images: count, bad }) =>
      `  ${visibleText(name).padEnd(width)} ${String(count).padStart(7)}${bad > 0 ? `  (${bad} bad)` : ''}`,
  );
  const side = (name: string, spread: { least: number; median: number; most: number }): string =>
    `${name} ${spread.least} to ${spread.most}, median ${spread.median}`;
  const tells = giveaways.map(
    ({ feature, accuracy, chance, suspicious }) =>
      `  ${feature.padEnd(14)} ${percent(accuracy)} right, ${percent(chance)} by chance${suspicious ? '   <- gives classes away' : ''}`,
  );
  return [
    `${countOf(images, 'image')} in ${countOf(classes.length, 'class')}`,
    ...counts,
    `formats: ${formats.map(({ format, images: count }) => `${format} ${count}`).join(', ')}`,
    ...(sizes === undefined
      ? []
      : [`sizes: ${side('height', sizes.height)}; ${side('width', sizes.width)}`]),
    ...(imbalance.ratio === undefined
      ? []
      : [`the largest class is ${imbalance.ratio.toFixed(1)} times the smallest`]),
    ...(tells.length === 0
      ? []
      : ['how well something other than the subject predicts the class', ...tells, RULE]),
  ].join('\n');
}

/** A title with lines below it; nothing without lines. */
function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [title, ...lines.map((line) => `  ${line}`)];
}

function percent(share: number): string {
  return `${(share * 100).toFixed(0).padStart(3)} %`;
}
