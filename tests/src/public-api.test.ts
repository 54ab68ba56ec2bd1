import { execFile } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { sprout, sproutJson } from './support/sprout.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

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
  const readme = await readFile(join(root, 'README.md'), 'utf8');
  const [command = '', streaming = '', training = '', ascent = ''] = Array.from(
    readme.matchAll(/```ts\n([\s\S]*?)```/g),
    ([, code]) => code,
  );
  const printed = (await run(command, folder.path)).trim().split('\n');
  expect(printed).toHaveLength(5 + 1);
  expect(printed.at(-1)).toBe(
    `${join('runs', 'small-cnn-1')} ${printed.slice(0, 5).toSorted().at(-1)}`,
  );
  expect(streaming).toContain('batch.images;');
  const saying = streaming.replace(
    'batch.images;',
    'console.log(batch.images.length / batch.count, batch.labels.length === batch.ids.length);',
  );
  expect(await run(saying, folder.path)).toBe(`${150 * 150 * 3} true\n`);
  expect((await run(training, folder.path)).trim().split('\n')).toHaveLength(5);
  const { stdout } = await sprout(['predict', join(folder.path, 'model'), photos]);
  expect(stdout.trim().split('\n')).toHaveLength(41);
  expect(Number(await run(ascent, folder.path))).toBeGreaterThan(0);
  const picture = await readFile(join(folder.path, 'class.png'));
  expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([64, 64]);
});

/** The output of a program that runs in a folder. */
async function run(code: string, cwd: string): Promise<string> {
  const scratch = join(root, 'tests', '.scratch'); // inside the workspace, so that its packages can be imported
  await mkdir(scratch, { recursive: true });
  const file = join(scratch, 'readme.ts');
  try {
    await writeFile(file, code);
    const flags = ['--conditions=@sprout/source', '--import', join(root, 'tools/ts-register.mjs')];
    const env = { ...process.env, FORCE_COLOR: '0' };
    return (await promisify(execFile)(process.execPath, [...flags, file], { env, cwd })).stdout;
  } finally {
    await rm(scratch, { recursive: true });
  }
}
