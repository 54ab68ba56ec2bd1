import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../../test/temporary-folder.ts';
import { predictionService } from './prediction-service.ts';

test('an error of opening the model is sent as data', async () => {
  await using folder = await temporaryFolder();
  const run = join(folder.path, 'none');
  const reply = await predictionService().open({ run, threads: 1, pixelLimit: undefined });
  expect(reply).toMatchObject({ error: { code: 'run-missing' } });
});

test('predicting before the model is open is an error', async () => {
  const reply = await predictionService().predict([]);
  expect(reply).toMatchObject({
    error: { message: expect.stringContaining('before open') as string },
  });
});
