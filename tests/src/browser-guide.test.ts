import { cp, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { expect, test } from 'vitest';
import { chromium, withPage } from './support/chromium.ts';
import { guideCode } from './support/guide-code.ts';
import { pageServer } from './support/page-server.ts';
import { sprout, sproutJson } from './support/sprout.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

/** Inside the workspace, so that the packages can be imported. */
const scratch = fileURLToPath(new URL('../.scratch/browser', import.meta.url));

const PAGE = `import { openClassifier } from './classifier.js';
const report = (result) => fetch('/result', { method: 'POST', body: JSON.stringify(result) });
try {
  const classify = await openClassifier('/model');
  const results = [];
  for (const file of FILES) results.push(await classify(await (await fetch(file)).blob()));
  await report(results);
} catch (error) {
  await report(String(error.stack));
}`;

test.skipIf(chromium === undefined)(
  'the module of the guide answers in a browser what sprout predict answers (needs chromium)',
  { timeout: 240_000 },
  async () => {
    await using folder = await temporaryFolder();
    const out = join(folder.path, 'out');
    const files = await drawAndExport(folder.path, out);
    const [code = ''] = await guideCode('browser.md', 'js');
    await bundle(code, { files, out });
    const { stdout } = await sprout([
      'predict',
      join(folder.path, 'runs', 'small'),
      ...files.map((file) => join(out, file)),
      '--all',
      '--json',
    ]);
    const expected = stdout
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as Predicted).classes);
    await using server = await pageServer(out);
    const found = await withPage(`${server.url}/index.html`, () => server.result);
    expect(found).toHaveLength(files.length);
    const rounded = (classes: Predicted['classes']) =>
      classes.map(({ name, probability }) => ({
        name,
        probability: expect.closeTo(probability, 4) as number,
      }));
    expect(found).toEqual(expected.map(rounded));
    expect(new Set(expected.map(([first]) => first?.probability)).size).toBe(files.length);
  },
);

interface Predicted {
  readonly classes: readonly { readonly name: string; readonly probability: number }[];
}

/** Trains a small network with three ops in its recipe, and exports it. @returns Images beside it. */
async function drawAndExport(folder: string, out: string): Promise<string[]> {
  const photos = join(folder, 'photos');
  await sproutJson(['sample', photos, '--classes', '3', '--images', '8', '--size', '48']);
  const recipe =
    '[{ op: resize, height: 32, width: 24, fit: pad, colour: [90, 60, 40] }, { op: colour-mask, palette: seedling }, { op: median, size: 3 }]';
  const settings = ['--set', `recipe=${recipe}`, '--set', 'model.filters=[8, 16]'];
  const runs = ['--runs', join(folder, 'runs'), '--name', 'small'];
  await sproutJson(['train', photos, '--epochs', '2', '--validation', '2', ...settings, ...runs]);
  await sproutJson(['export', join(folder, 'runs', 'small'), join(out, 'model')]);
  const images = (await readdir(photos, { recursive: true }))
    .filter((name) => name.endsWith('1.png'))
    .toSorted();
  await Promise.all(images.map((name, at) => cp(join(photos, name), join(out, `${at}.png`))));
  return images.map((_, at) => `${at}.png`);
}

async function bundle(
  code: string,
  { files, out }: { readonly files: readonly string[]; readonly out: string },
): Promise<void> {
  await mkdir(scratch, { recursive: true });
  try {
    await writeFile(join(scratch, 'classifier.js'), code);
    await writeFile(join(scratch, 'page.js'), PAGE.replace('FILES', JSON.stringify(files)));
    await build({
      root: scratch,
      configFile: false,
      logLevel: 'error',
      resolve: { conditions: ['@sprout/source', 'browser', 'module'] },
      build: {
        outDir: out,
        emptyOutDir: false,
        minify: false,
        target: 'esnext',
        lib: { entry: join(scratch, 'page.js'), formats: ['es'], fileName: () => 'page.js' },
      },
    });
  } finally {
    await rm(scratch, { recursive: true });
  }
  await writeFile(join(out, 'index.html'), '<script type="module" src="/page.js"></script>');
}
