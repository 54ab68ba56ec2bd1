import * as fc from 'fast-check';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../../test/temporary-folder.ts';
import { readMetrics, writeMetrics } from './metrics-file.ts';

const number = fc.double();
const metrics = fc.record({
  epoch: fc.nat(),
  step: fc.nat(),
  loss: number,
  accuracy: number,
  validationLoss: number,
  validationAccuracy: number,
  learningRate: number,
  imagesPerSecond: number,
  dataWait: number,
  seconds: number,
});

test('reads the same doubles that were written', async () => {
  const file = join(await temporaryFolder(), 'metrics.csv');
  await fc.assert(
    fc.asyncProperty(fc.array(metrics, { maxLength: 4 }), async (rows) => {
      await writeMetrics(file, rows);
      const read = await readMetrics(file);
      // -0 is written as 0
      const plain = (all: typeof rows) =>
        all.map((row) => Object.values(row).map((value) => value + 0));
      expect(plain(read)).toEqual(plain(rows));
    }),
    { numRuns: 30 },
  );
});

test('has the documented columns', async () => {
  const file = join(await temporaryFolder(), 'metrics.csv');
  await writeMetrics(file, []);
  expect(await readFile(file, 'utf8')).toBe(
    'epoch,step,loss,accuracy,validationLoss,validationAccuracy,learningRate,imagesPerSecond,dataWait,seconds\n',
  );
});

test('has the stage of each epoch of a training in stages', async () => {
  const file = join(await temporaryFolder(), 'metrics.csv');
  const [row] = fc.sample(metrics, 1);
  const rows = [1, 2].map((stage) => ({ ...row!, stage })); // one was asked for
  await writeMetrics(file, rows);
  expect(await readFile(file, 'utf8')).toMatch(/,seconds,stage\n.*,1\n.*,2\n$/);
  expect((await readMetrics(file)).map(({ stage }) => stage)).toEqual([1, 2]);
  await writeFile(file, `${Object.keys(rows[0]!).join()}\n1,1,1,1,1,1,1,1,1,1,one\n`);
  await expect(readMetrics(file)).rejects.toThrow('line 2 has no number for stage');
});

test('reports a missing file, a wrong header and the line of a missing number', async () => {
  const file = join(await temporaryFolder(), 'metrics.csv');
  await expect(readMetrics(file)).rejects.toMatchObject({ code: 'file-missing' });
  await writeFile(file, 'epoch,loss\n1,2\n');
  await expect(readMetrics(file)).rejects.toThrow('its first line must be epoch,step,loss');
  await writeMetrics(file, []);
  await writeFile(file, '0,1,2,3,4,5,6,7\n', { flag: 'a' });
  await expect(readMetrics(file)).rejects.toThrow('line 2 has no number for dataWait');
});
