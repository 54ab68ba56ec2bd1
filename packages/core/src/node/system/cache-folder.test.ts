import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { cacheFolder } from './cache-folder.ts';

test.each([
  ['linux', { SPROUT_CACHE: '/own', XDG_CACHE_HOME: '/x', HOME: '/h' }, '/own'],
  ['linux', { SPROUT_CACHE: 'own' }, resolve('own')],
  ['linux', { SPROUT_CACHE: '', XDG_CACHE_HOME: '/x', HOME: '/h' }, '/x/sprout'],
  ['linux', { HOME: '/h' }, '/h/.cache/sprout'],
  ['linux', {}, join(homedir(), '.cache/sprout')],
  ['darwin', { HOME: '/h', XDG_CACHE_HOME: '/x' }, '/h/Library/Caches/sprout'],
  ['win32', { LOCALAPPDATA: '/l' }, '/l/sprout'],
] as const)('on %s with %o the cache is %s', (system, environment, folder) => {
  expect(cacheFolder(environment, system)).toBe(folder);
});
