import { parseAugmentation, parseRecipe } from '@sprout/imgproc';
import { expect, test } from 'vitest';
import { datasetOf } from '../../test/dataset-of.ts';
import { planReplay } from './plan-replay.ts';
import type { LoggedCopy } from './read-log.ts';

const { samples } = datasetOf({ red: 2 });
const augment = parseAugmentation([{ op: 'flip-horizontal' }]);
const recipe = parseRecipe([]);

function logged(id: string, copy: number, more: Partial<LoggedCopy> = {}): LoggedCopy {
  const drawn = [{ op: 'flip-horizontal', numbers: { flip: true } }];
  const ops = [{ ...drawn[0]!, spec: augment[0]! }];
  const record = { id, copy, file: 'any.png', seed: 0, ops, recipe, versions: {} };
  return { line: 1, record, augment, recipe, drawn, ...more };
}

function planOf(...copies: readonly LoggedCopy[]) {
  return planReplay({ file: 'log.jsonl', text: 'any', copies }, { samples, folder: 'photos' });
}

const outline = (...copies: readonly LoggedCopy[]) =>
  Array.from(planOf(...copies).planned, (image) => [
    image.sample.id,
    ...image.copies.map(({ record }) => record.file),
  ]);

test('lines in a row about one image are one planned image, in the order of the log', () => {
  const lines = [logged('red/1.png', 1), logged('red/1.png', 3), logged('red/0.png', 1)];
  expect(outline(...lines, logged('red/1.png', 2))).toEqual([
    ['red/1.png', 'red/1-1.png', 'red/1-3.png'],
    ['red/0.png', 'red/0-1.png'],
    ['red/1.png', 'red/1-2.png'],
  ]);
  expect(planOf(...lines)).toMatchObject({ samples: 2, total: 3 });
});

test('another recipe begins another planned image', () => {
  const other = parseRecipe([{ op: 'median', size: 3 }]);
  const lines = [logged('red/0.png', 1), logged('red/0.png', 2, { recipe: other })];
  expect(outline(...lines)).toHaveLength(2);
});

test('a line about an image that the folder does not have is refused', () => {
  expect(() => planOf(logged('red/0.png', 1), logged('red/9.png', 1, { line: 7 }))).toThrow(
    'line 7: there is no image red/9.png in photos',
  );
});
