import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { workerEntry } from './worker-entry.ts';

test.each([
  ['source', 'pool.ts', 'worker.ts'],
  ['source with a query', 'pool.ts?v=1', 'worker.ts'],
  ['build', 'pool.js', 'worker.js'],
  ['bundle', 'pool.mjs', 'worker.js'],
])('is beside the calling module: %s', (_kind, caller, expected) => {
  const [name = '', query] = caller.split('?');
  const url = pathToFileURL(resolve('src', name)).href + (query === undefined ? '' : `?${query}`);
  expect(workerEntry('./worker', url)).toBe(join(resolve('src'), expected));
});
