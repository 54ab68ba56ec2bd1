import { expect, test } from 'vitest';
import { z } from 'zod';
import { augmentationOps, recipeOps } from '../../test/all-ops.ts';
import { setUpOps } from '../../test/set-up-ops.ts';
import { numbered } from '../../test/numbered.ts';
import { defineOp } from '../op-contract/define-op.ts';
import { readyOps } from './ready-ops.ts';
import { resolveOps } from './resolve-ops.ts';

test.each([
  [[{ op: 'rotate' }], false],
  [[{ op: 'rotate' }, { op: 'blur' }], true],
  [[{ op: 'sometimes', ops: [{ op: 'one-of', ops: [{ op: 'noise' }, { op: 'blur' }] }] }], true],
  [[{ op: 'sometimes', ops: [{ op: 'noise' }] }], false],
])('%j needs OpenCV: %s', (specs, needed) => {
  expect(setUpOps(specs, augmentationOps).needsOpenCv).toBe(needed);
});

const side = { height: 5, width: 5 };
const reduce = { op: 'reduce', ...side };
const resize = { op: 'resize', ...side, resampler: 'cv2-linear' };
const area = { op: 'resize', ...side, resampler: 'cv2-area' }; // by OpenCV
const median = { op: 'median', size: 3 };

test.each([
  [[reduce, resize, median], 2],
  [[resize], 1],
  [[reduce, area], 1],
  [[median, resize], 0],
  [[], 0],
])('of %j, %i are applied at once after the decoding', (specs, count) => {
  expect(readyOps(resolveOps(specs, recipeOps)).atOnce).toBe(count);
});

test('an op is set up once, and applied to every image', () => {
  let times = 0;
  const counted = defineOp({
    schema: z.strictObject({ op: z.literal('counted') }),
    setUp: () => {
      times++;
      return { apply: (source) => source };
    },
  });
  const { apply } = setUpOps([{ op: 'counted' }], [counted]);
  const source = numbered(1, 2);
  for (let image = 0; image < 3; image++) expect(apply(source)).toBe(source);
  expect(times).toBe(1);
});

test('an op that uses a list which it did not declare is an error', () => {
  const forgetful = defineOp({
    schema: z.strictObject({ op: z.literal('forgetful') }),
    setUp: (_spec, within) => {
      within('ops');
      return { apply: (source) => source };
    },
  });
  expect(() => setUpOps([{ op: 'forgetful' }], [forgetful])).toThrow(
    'the op "forgetful" has no list of ops "ops"',
  );
});
