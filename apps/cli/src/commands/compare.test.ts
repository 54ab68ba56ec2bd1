import { expect, test } from 'vitest';
import { compare } from './compare.ts';

test('a single run is an error that names the argument', async () => {
  await expect(compare(['runs/a'], {})).rejects.toThrow(
    'RUN must be two run folders or more; received runs/a',
  );
});
