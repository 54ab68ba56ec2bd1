import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { commandOf } from './command-of.ts';
import { readConfig } from './read-config.ts';

test('options become the words that a user would type', async () => {
  const options = {
    folder: 'photos',
    model: 'logistic',
    validation: 0.1,
    augment: false,
    cache: false,
    batchSize: 8,
    size: { height: 32, width: 48 },
    fit: 'crop',
    runs: 'out',
    name: 'one',
  } as const;
  const words = await commandOf(options);
  expect(words.join(' ')).toBe(
    'train photos --validation 0.1 --no-cache --no-augment --model logistic --batch-size 8 --size 32x48 --fit crop --runs out --name one',
  );
});

test('options without a flag become settings that give the same configuration', async () => {
  const options = {
    config: { data: { onBad: 'skip' }, train: { keep: 'last' } },
    set: ['train.seed=3'],
    recipe: [{ op: 'median', size: 3 }],
    cache: true,
  } as const;
  const words = await commandOf(options);
  expect(words).toEqual([
    'train',
    '--set',
    'data={"onBad":"skip"}',
    '--set',
    'train={"keep":"last"}',
    '--set',
    'train.seed=3',
    '--set',
    'data.cache=true',
    '--set',
    'recipe=[{"op":"median","size":3}]',
  ]);
  const set = words.filter((_, at) => words[at - 1] === '--set');
  expect(await readConfig({ set })).toEqual(await readConfig(options));
});

test('a recipe in a file stays one', async () => {
  await using scratch = await temporaryFolder();
  const recipe = join(scratch.path, 'recipe.yaml');
  await writeFile(recipe, '- { op: median, size: 3 }\n');
  expect(await commandOf({ recipe })).toEqual(['train', '--recipe', recipe]);
});

test('a configuration file becomes --config', async () => {
  const words = await commandOf({ config: 'sprout.yaml' });
  expect(words).toEqual(['train', '--config', 'sprout.yaml']);
});
