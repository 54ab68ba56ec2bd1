import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { checkRunExists } from './check-run-exists.ts';

test('a run that does not exist is an error with the similar one beside it, or in the folder of runs', async () => {
  await using scratch = await temporaryFolder();
  const runs = join(scratch.path, 'runs');
  const run = join(runs, 'small-cnn-1');
  await mkdir(run, { recursive: true });
  await expect(checkRunExists(run)).resolves.toBeUndefined();
  const mistyped = join(runs, 'small-cn-1');
  const error = {
    code: 'run-missing',
    message: `There is no run ${mistyped}; did you mean ${run}?`,
  };
  await expect(checkRunExists(mistyped)).rejects.toMatchObject(error);
  const bare = join(scratch.path, 'small-cnn-1');
  await expect(checkRunExists(bare, runs)).rejects.toMatchObject({ context: { meant: run } });
  await expect(checkRunExists(join(runs, 'other'), runs)).rejects.toMatchObject({
    message: `There is no run ${join(runs, 'other')}`,
  });
});
