import { execFile } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { sproutJson } from './support/sprout.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

test.each(['core', 'imgproc', 'train', 'viz'])(
  '@sprout/%s exports what it did: a change here is a change for users',
  async (name) => {
    const exported = (await import(`@sprout/${name}`)) as Record<string, unknown>;
    expect(Object.keys(exported).toSorted()).toMatchSnapshot();
  },
);

test("the README's library example runs as it stands", async () => {
  await using folder = await temporaryFolder();
  await sproutJson([
    'sample',
    join(folder.path, 'photos'),
    '--classes',
    '2',
    '--images',
    '20',
    '--size',
    '40',
  ]);
  const readme = await readFile(join(root, 'README.md'), 'utf8');
  const [, code = ''] = /```ts\n([\s\S]*?)```/.exec(readme) ?? [];
  expect(code).toContain('batch.images;');
  const scratch = join(root, 'tests', '.scratch'); // inside the workspace, so that the packages are found
  await mkdir(scratch, { recursive: true });
  const file = join(scratch, 'readme.ts');
  try {
    await writeFile(
      file,
      code.replace(
        'batch.images;',
        'console.log(batch.images.length / batch.count, batch.labels.length === batch.ids.length);',
      ),
    );
    const flags = ['--conditions=@sprout/source', '--import', join(root, 'tools/ts-register.mjs')];
    const { stdout } = await promisify(execFile)(process.execPath, [...flags, file], {
      env: { ...process.env, FORCE_COLOR: '0' },
      cwd: folder.path,
    });
    expect(stdout).toBe(`${150 * 150 * 3} true\n`);
  } finally {
    await rm(scratch, { recursive: true });
  }
});
