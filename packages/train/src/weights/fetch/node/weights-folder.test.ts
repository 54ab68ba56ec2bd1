import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { weightsFolder } from './weights-folder.ts';

test('the folder of weights is in the cache folder', () => {
  expect(weightsFolder({ SPROUT_CACHE: '/own' })).toBe(join(resolve('/own'), 'weights'));
});
