import type { RunRecord } from '@sprout/core';
import { expect, test } from 'vitest';
import { resolveTrain } from '../config/resolve-train.ts';
import { recordedTraining } from './recorded-training.ts';

/** A record with a configuration, as it is read from JSON. Its other fields are not used. */
const recordOf = (config: unknown): RunRecord =>
  ({ config: JSON.parse(JSON.stringify(config)) as unknown }) as RunRecord;

const FILE = 'runs/a/run.json';

test('a configuration is the same after it was recorded', async () => {
  const resolved = await resolveTrain({ folder: 'photos', model: 'logistic', epochs: 3 });
  const recorded = recordedTraining(recordOf(resolved), FILE);
  expect(JSON.stringify(recorded)).toBe(JSON.stringify(resolved));
});

test.each([
  [{ train: { epochs: 0 } }, 'train.epochs: Too small'],
  [{ engin: 'cpu' }, 'unknown key "engin"; did you mean "engine"?'],
  ['text', 'expected object'],
])('the configuration %j is an error of the file', (config, reason) => {
  expect(() => recordedTraining(recordOf(config), FILE)).toThrow(
    expect.objectContaining({
      code: 'file-invalid',
      context: { file: FILE, reason: expect.stringContaining(reason) as string },
    }),
  );
});

test('a model that does not exist any more is an error', () => {
  const config = { data: { folder: 'photos' }, model: { name: 'logistics' } };
  expect(() => recordedTraining(recordOf(config), FILE)).toThrow(
    'Unknown model "logistics"; did you mean "logistic"?',
  );
});
