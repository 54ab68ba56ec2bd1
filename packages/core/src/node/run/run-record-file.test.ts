import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../../test/temporary-folder.ts';
import type { RunRecord } from '../../run/run-record-schema.ts';
import { readRunRecord, writeRunRecord } from './run-record-file.ts';

const RECORD: RunRecord = {
  schema: 1,
  command: ['train', 'photos'],
  config: { train: { epochs: 3 } },
  versions: { sprout: '0.1.0', node: '20.19.0' },
  engine: 'onnx',
  seed: 0,
  dataset: { folder: 'photos', fingerprint: 'ab', samples: { training: 8, validation: 2, bad: 0 } },
  classes: ['__proto__', 'Shepherd’s Purse'],
  recipe: [{ op: 'resize', height: 150, width: 150 }],
  recipeHash: 'cd',
  state: 'completed',
  timings: {
    started: '2026-01-02T03:04:05.678Z',
    ended: '2026-01-02T03:05:05Z',
    seconds: { train: 59.5 },
  },
};

test('reads the record that was written', async () => {
  const file = join(await temporaryFolder(), 'run.json');
  await writeRunRecord(file, RECORD);
  expect(await readRunRecord(file)).toEqual(RECORD);
});

test.each([
  ['{', 'it is not JSON'],
  [JSON.stringify({ ...RECORD, state: 'done' }), 'at state'],
  [JSON.stringify({ ...RECORD, sed: 1 }), '"sed"'],
  [
    JSON.stringify({ ...RECORD, schema: 2 }),
    'it has the layout 2, this version of Sprout reads layout 1',
  ],
  ['[]', 'expected object'],
])('reports the fault in %s', async (text, message) => {
  const file = join(await temporaryFolder(), 'run.json');
  await writeFile(file, text);
  await expect(readRunRecord(file)).rejects.toThrow(message);
  await expect(readRunRecord(file)).rejects.toMatchObject({
    code: 'file-invalid',
    context: { file },
  });
});

test('reports a missing file', async () => {
  await expect(readRunRecord(join(await temporaryFolder(), 'run.json'))).rejects.toMatchObject({
    code: 'file-missing',
  });
});
