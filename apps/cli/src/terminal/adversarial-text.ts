import { visibleText } from '@sprout/core';
import type { VisualizeAdversarialResult } from '@sprout/runs';

/** The smallest change of each image as a line, with the class of the saved file if it is another one, and the path of the sheet. */
export function adversarialText({ images, sheet }: VisualizeAdversarialResult): string {
  const lines = images.map(({ path, className, change }) => {
    const found =
      change === undefined
        ? 'no change was found'
        : `epsilon ${change.epsilon.toPrecision(2)}, then ${change.predicted}${savedText(change)}`;
    return visibleText(`${path}: ${className}, ${found}`);
  });
  return [...lines, sheet].join('\n');
}

type Change = NonNullable<VisualizeAdversarialResult['images'][number]['change']>;

function savedText({ predicted, predictedAsSaved }: Change): string {
  return predicted === predictedAsSaved ? '' : ` (as saved, rounded to bytes: ${predictedAsSaved})`;
}
