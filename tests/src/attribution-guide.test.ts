import { createDefinition, saveModel } from '@sprout/train';
import { recipeHash } from '@sprout/imgproc';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect, test, vi } from 'vitest';
import { guideCode } from './support/guide-code.ts';
import { sproutJson } from './support/sprout.ts';

/** Inside the workspace, so that the packages can be imported. */
const scratch = fileURLToPath(new URL('../.scratch/attribution', import.meta.url));
const SIZE = { height: 32, width: 32 };

test('the library example of the guide writes its pictures', { timeout: 240_000 }, async () => {
  const [code = ''] = await guideCode('attribution.md', 'ts');
  const log = vi.spyOn(console, 'log').mockReturnValue();
  await mkdir(scratch, { recursive: true });
  try {
    const inside = (name: string): string => join(scratch, name);
    const parameters = { filters: [4, 6] };
    const definition = createDefinition('small-cnn', { ...SIZE, classes: 2, seed: 0, parameters });
    const recipe = [{ op: 'resize', ...SIZE }];
    const card = { classes: ['a', 'b'], recipe, recipeHash: recipeHash(recipe), versions: {} };
    await saveModel(inside('model'), definition, card);
    await sproutJson([
      'sample',
      inside('photos'),
      '--classes',
      '2',
      '--images',
      '2',
      '--size',
      '32',
    ]);
    const [photo] = await pngsIn(inside('photos'));
    await writeFile(inside('leaf.png'), await readFile(photo!));
    const own = ['model', 'leaf.png', 'overlay.png', 'parts.png'].reduce(
      (text, name) => text.replaceAll(`'${name}'`, JSON.stringify(inside(name))),
      code,
    );
    await writeFile(inside('example.ts'), own);
    await import(pathToFileURL(inside('example.ts')).href);
    expect(log.mock.calls).toEqual([
      [expect.stringMatching(/^[ab]$/), expect.any(Number), expect.any(Number)],
      [expect.any(Boolean)],
    ]);
    for (const name of ['overlay.png', 'parts.png'])
      expect((await readFile(inside(name))).subarray(1, 4).toString()).toBe('PNG');
  } finally {
    log.mockRestore();
    await rm(scratch, { recursive: true });
  }
});

async function pngsIn(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true });
  return names.filter((name) => name.endsWith('.png')).map((name) => join(folder, name));
}
