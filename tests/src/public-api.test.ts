import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { runProgram } from './support/run-program.ts';
import { sprout, sproutJson } from './support/sprout.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

const readmeFile = fileURLToPath(new URL('../../README.md', import.meta.url));

test.each(['core', 'imgproc', 'train', 'viz', 'runs', 'runs/options'])(
  '@sprout/%s exports what it did: a change here is a change for users',
  async (name) => {
    const exported = (await import(`@sprout/${name}`)) as Record<string, unknown>;
    expect(Object.keys(exported).toSorted()).toMatchSnapshot();
  },
);

test('the library examples of the README run without changes', { timeout: 240_000 }, async () => {
  await using folder = await temporaryFolder();
  const photos = join(folder.path, 'photos');
  await sproutJson(['sample', photos, '--classes', '2', '--images', '20', '--size', '40']);
  const readme = await readFile(readmeFile, 'utf8');
  const [command = '', using = '', streaming = '', training = '', ascent = ''] = Array.from(
    readme.matchAll(/```ts\n([\s\S]*?)```/g),
    ([, code]) => code,
  );
  const printed = (await runProgram(command, folder.path)).trim().split('\n');
  expect(printed).toHaveLength(5 + 1);
  expect(printed.at(-1)).toBe(
    `${join('runs', 'small-cnn-1')} ${printed.slice(0, 5).toSorted().at(-1)}`,
  );
  expect((await runProgram(using, folder.path)).trim().split('\n')).toHaveLength(40);
  expect(streaming).toContain('batch.images;');
  const saying = streaming.replace(
    'batch.images;',
    'console.log(batch.images.length / batch.count, batch.labels.length === batch.ids.length);',
  );
  expect(await runProgram(saying, folder.path)).toBe(`${150 * 150 * 3} true\n`);
  expect((await runProgram(training, folder.path)).trim().split('\n')).toHaveLength(5);
  const { stdout } = await sprout(['predict', join(folder.path, 'model'), photos]);
  expect(stdout.trim().split('\n')).toHaveLength(41);
  expect(Number(await runProgram(ascent, folder.path))).toBeGreaterThan(0);
  const picture = await readFile(join(folder.path, 'class.png'));
  expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([64, 64]);
});
