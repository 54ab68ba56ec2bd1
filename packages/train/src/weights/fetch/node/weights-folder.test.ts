import { expect, test } from 'vitest';
import { weightsFolder } from './weights-folder.ts';

test('weights have a folder of their own in the cache', () => {
  expect(weightsFolder({ SPROUT_CACHE: '/own' }, 'linux')).toBe('/own/weights');
});
