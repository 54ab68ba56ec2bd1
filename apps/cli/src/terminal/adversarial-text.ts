import { visibleText } from '@sprout/core';
import type { VisualizeAdversarialResult } from '@sprout/runs';

/** The smallest change of each image as a line, and the path of the sheet. */
export function adversarialText({ images, sheet }: VisualizeAdversarialResult): string {
  const lines = images.map(({ path, className, change }) => {
    const found =
      change === undefined
        ? 'no change was found'
        : `epsilon ${change.epsilon.toPrecision(2)}, then ${change.predicted}`;
    return visibleText(`${path}: ${className}, ${found}`);
  });
  return [...lines, sheet].join('\n');
}
