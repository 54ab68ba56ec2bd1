import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../../test/temporary-folder.ts';
import { systemCode, systemReason } from './system-reason.ts';

async function errorOf(path: string): Promise<unknown> {
  return await readFile(path).catch((error: unknown) => error);
}

test('an error of the system has its code and a reason', async () => {
  const folder = await temporaryFolder();
  const missing = await errorOf(join(folder, 'a'));
  expect([systemCode(missing), systemReason(missing)]).toEqual(['ENOENT', 'it does not exist']);
  const isFolder = await errorOf(folder);
  expect([systemCode(isFolder), systemReason(isFolder)]).toEqual(['EISDIR', 'it is a folder']);
});

test('the reason for any other code is the message of the system', () => {
  const error = Object.assign(new Error('EXOTIC: strange'), { syscall: 'read', code: 'EXOTIC' });
  expect(systemReason(error)).toBe('EXOTIC: strange');
});

test('other errors and values have no code', () => {
  const coded = Object.assign(new Error('no'), { code: 'ERR_INVALID_ARG_TYPE' });
  expect([coded, new Error('no'), 'no'].map(systemCode)).toEqual([undefined, undefined, undefined]);
  expect([coded, 'no'].map(systemReason)).toEqual(['no', 'no']);
});
