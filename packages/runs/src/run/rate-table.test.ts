import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { rateTable, readRates } from './rate-table.ts';

const sweep = {
  steps: [
    { rate: 1e-6, loss: 2.484, smoothed: 2.484 },
    { rate: 1e-5, loss: 2.5, smoothed: 2.49 },
  ],
  suggestion: 1e-7,
};

test('a sweep that was written is read again, and a damaged one is named', async () => {
  await using folder = await temporaryFolder();
  const file = join(folder.path, 'learning-rates.csv');
  await writeFile(file, rateTable(sweep));
  expect(await readRates(file)).toEqual(sweep);
  await writeFile(file, rateTable(sweep).replace('2.49', 'x'));
  await expect(readRates(file)).rejects.toMatchObject({ code: 'file-invalid', context: { file } });
});
