import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { weightsFolder } from './cache-folder.ts';

test.each([
  ['linux', { SPROUT_CACHE: '/own', XDG_CACHE_HOME: '/x', HOME: '/h' }, '/own/weights'],
  ['linux', { SPROUT_CACHE: 'own' }, `${resolve('own')}/weights`],
  ['linux', { SPROUT_CACHE: '', XDG_CACHE_HOME: '/x', HOME: '/h' }, '/x/sprout/weights'],
  ['linux', { HOME: '/h' }, '/h/.cache/sprout/weights'],
  ['linux', {}, join(homedir(), '.cache/sprout/weights')],
  ['darwin', { HOME: '/h', XDG_CACHE_HOME: '/x' }, '/h/Library/Caches/sprout/weights'],
  ['win32', { LOCALAPPDATA: '/l' }, '/l/sprout/weights'],
] as const)('on %s with %o weights are in %s', (system, environment, folder) => {
  expect(weightsFolder(environment, system)).toBe(folder);
});
