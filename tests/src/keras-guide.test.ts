import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect, test, vi } from 'vitest';
import { guideCode } from './support/guide-code.ts';

/** Inside the workspace, so that the packages can be imported. */
const scratch = fileURLToPath(new URL('../.scratch/keras', import.meta.url));
const photos = fileURLToPath(
  new URL('../../packages/imgproc/fixtures/keras/photos', import.meta.url),
);

test('the example of the guide reads a folder in batches', async () => {
  const [code = ''] = await guideCode('keras-generator.md', 'js');
  const log = vi.spyOn(console, 'log').mockReturnValue();
  await mkdir(scratch, { recursive: true });
  try {
    const file = join(scratch, 'example.js');
    await writeFile(file, code.replaceAll("'photos'", JSON.stringify(photos)));
    await import(pathToFileURL(file).href);
    expect(log.mock.calls).toEqual([
      [6, 18, expect.stringMatching(/^(a|a-b|b)\//), expect.any(Number)],
      [1, { a: 0, 'a-b': 1, b: 2 }],
    ]);
  } finally {
    log.mockRestore();
    await rm(scratch, { recursive: true });
  }
});
