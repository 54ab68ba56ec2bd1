import { visibleText } from '@sprout/core';
import type { LabelReport } from '@sprout/runs';

/** The most images that are listed. */
const LISTED = 20;

const OUT = '  (--out DIR writes all labels as a table, the doubtful ones as pictures, and a map)';

/** What was found about labels, as text: the most doubtful images, and the pages that show them. */
export function labelsText({ images, agreement, estimated, suspects, files }: LabelReport): string {
  const rows = suspects
    .slice(0, LISTED)
    .map(({ path, suggested, probability }) =>
      visibleText(`  ${path}: ${suggested} (${(probability * 100).toFixed(0)} %)`),
    );
  const rest = suspects.length - rows.length;
  return [
    `labels: ${suspects.length} of ${images} images ${suspects.length === 1 ? 'is' : 'are'} probably in the wrong folder (about ${estimated} by estimate); ${(agreement * 100).toFixed(1)} % of the labels agree with a model that had not seen the image`,
    ...rows,
    ...(rest > 0 ? [`  and ${rest} more`] : []),
    ...(files === undefined ? [OUT] : [files.page, files.map]),
  ].join('\n');
}
