import { countOf, visibleText } from '@sprout/core';
import { definedScores, type EvaluationRecord } from '@sprout/runs';

/** An evaluation as text: a headline, a table of classes and the five largest losses. */
export function evaluationText(evaluation: EvaluationRecord): string {
  const { f2, topLosses } = evaluation;
  const classes = definedScores(evaluation);
  const width = Math.max(...classes.map(({ name }) => name.length), 5);
  const rows = classes.map(({ name, precision, recall, f1, support, f2: own, threshold }) =>
    [
      visibleText(name).padEnd(width),
      ...[precision, recall, f1, ...(own === undefined ? [] : [own, threshold ?? NaN])].map(
        (share) => (Number.isNaN(share) ? '-' : share.toFixed(3)).padStart(9),
      ),
      String(support).padStart(8),
    ].join(' '),
  );
  const worst = topLosses
    .slice(0, 5)
    .map((one) => `  ${one.loss.toFixed(2)}  ${visibleText(`${one.path}: ${guessText(one)}`)}`);
  const columns = f2 === undefined ? '' : '        f2 threshold';
  return [
    headline(evaluation),
    '',
    `${'class'.padEnd(width)} precision    recall        f1${columns}  support`,
    ...rows,
    '',
    'largest losses',
    ...worst,
  ].join('\n');
}

/** A mistake, or a right prediction with its probability: a large loss then means a small one. Both names may be tags, or none. */
function guessText({
  label,
  predicted,
  probability,
}: EvaluationRecord['topLosses'][number]): string {
  const [truth, guess] = [label || 'no tags', predicted || 'no tags'];
  return truth === guess
    ? `${truth}, recognised with ${(probability * 100).toFixed(0)} %`
    : `${truth}, taken for ${guess}`;
}

/** A warning about images that the run was trained or validated on; `undefined` if there are none. */
export function seenText({ samples, seen }: EvaluationRecord): string | undefined {
  if (seen === undefined)
    return 'the model has no record of its training images, so it is not known whether some of these images are among them';
  const { training, validation, unseenAccuracy } = seen;
  if (training + validation === 0) return undefined;
  const parts = [
    ...(training > 0 ? [`the model was trained on ${training}`] : []),
    ...(validation > 0
      ? [`${validation} ${validation === 1 ? 'was' : 'were'} its validation images`]
      : []),
  ];
  const rest =
    unseenAccuracy === undefined
      ? '; accuracy on new images is usually lower'
      : `; ${(unseenAccuracy * 100).toFixed(1)} % of the other ${samples - training - validation} are right`;
  return `of these ${samples} images, ${parts.join(' and ')}${rest}`;
}

function headline({
  samples,
  accuracy,
  loss,
  f2,
  f2AtHalf = NaN,
  calibration,
}: EvaluationRecord): string {
  const share = `${(accuracy * 100).toFixed(1)} % of`;
  if (f2 === undefined) {
    const error =
      calibration &&
      `, expected calibration error ${(calibration.error * 100).toFixed(1)} % (how far probabilities are from the accuracy, on average)`;
    return `${share} ${countOf(samples, 'image')} right, loss ${loss.toFixed(4)}${error ?? ''}`;
  }
  const score = `F2 ${f2.toFixed(3)} on ${countOf(samples, 'image')} (${f2AtHalf.toFixed(3)} with 0.5 for each tag)`;
  return `${score}, ${share} tags right at 0.5, loss ${loss.toFixed(4)}`;
}
