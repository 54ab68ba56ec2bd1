import type { Recipe } from '@sprout/core';
import { createImagePool, parseRecipe } from '@sprout/imgproc';
import { createHash } from 'node:crypto';
import { cp, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';
import { expect, test } from 'vitest';
import { chromium, withPage } from './support/chromium.ts';
import { devtoolsPage } from './support/devtools-page.ts';
import { guideCode } from './support/guide-code.ts';
import { pageServer } from './support/page-server.ts';
import { sprout, sproutJson } from './support/sprout.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

/** Inside the workspace, so that the packages can be imported. */
const scratch = fileURLToPath(new URL('../.scratch/browser', import.meta.url));

/** Classifies the files, prepares the first one by each recipe, and shows it on the exported page. */
const PAGE = `import { openClassifier } from './classifier.js';
const report = (result) => fetch('/result', { method: 'POST', body: JSON.stringify(result) });
const blobOf = async (file) => (await fetch(file)).blob();
try {
  const classify = await openClassifier('/model');
  const results = [];
  for (const file of FILES) results.push(await classify(await blobOf(file)));
  const exported = await import('/model/sprout.js');
  const pixels = [];
  for (const recipe of RECIPES) {
    const image = exported.replayRecipe(await exported.decodeImage(await blobOf(FILES[0])), recipe);
    const hash = await crypto.subtle.digest('SHA-256', image.data);
    pixels.push(Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join(''));
  }
  await report({ results, pixels, shown: await shown(await blobOf(FILES[0])) });
} catch (error) {
  await report(String(error.stack));
}

async function shown(blob) {
  const frame = document.createElement('iframe');
  frame.src = '/model/index.html';
  document.body.append(frame);
  const find = async (selector) => {
    for (let tries = 0; tries < 600; tries++) {
      const found = frame.contentDocument?.querySelector(selector);
      if (found) return found;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(selector + ' did not appear: ' + frame.contentDocument?.body.textContent);
  };
  const input = await find('#photograph:not([disabled])');
  const files = new DataTransfer();
  files.items.add(new File([blob], '<photo>.png'));
  input.files = files.files;
  input.dispatchEvent(new Event('change'));
  await find('#classes li');
  const rows = [...frame.contentDocument.querySelectorAll('#classes li')];
  frame.style.width = '390px';
  const { scrollWidth } = frame.contentDocument.documentElement;
  return { rows: rows.map((row) => row.textContent), scrollWidth };
}`;

/** Recipes whose ops have kernels for a browser. */
const RECIPES: readonly Recipe[] = [
  [{ op: 'resize', height: 31, width: 40 }],
  [
    { op: 'resize', height: 20, width: 20, resampler: 'pil-bicubic' },
    { op: 'median', size: 5 },
  ],
  [
    { op: 'centre-square', size: 17 },
    { op: 'colour-mask', palette: 'seedling' },
  ],
].map(parseRecipe);

test('guides install the packages from the clone, because they are in no registry', async () => {
  const guides = await readdir(fileURLToPath(new URL('../../docs/guide', import.meta.url)));
  const blocks = await Promise.all(guides.map((page) => guideCode(page, 'sh')));
  const lines = blocks.flat(2).flatMap((block) => block.split('\n'));
  const installs = lines.filter((line) => line.startsWith('npm install'));
  expect(installs).not.toEqual([]);
  for (const line of installs) expect(line).not.toMatch(/ @sprout\//);
});

test.skipIf(chromium === undefined)(
  'in a browser, the module of the guide and the exported page give the same results as sprout predict (needs chromium)',
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
    const received = await withPage(`${server.url}/index.html`, () => server.result);
    expect(received).toBeTypeOf('object'); // text is the stack of an error
    const found = received as Found;
    expect(found.results).toHaveLength(files.length);
    const rounded = (classes: Predicted['classes']) =>
      classes.map(({ name, probability }) => ({
        name,
        probability: expect.closeTo(probability, 4) as number,
      }));
    expect(found.results).toEqual(expected.map(rounded));
    expect(found.pixels).toEqual(await hashesOf(join(out, files[0]!)));
    const best = expected[0]!.toSorted((a, b) => b.probability - a.probability);
    expect(found.shown.rows).toEqual(
      best.map(({ name, probability }) => `${name}${(100 * probability).toFixed(1)} %`),
    );
    expect(found.shown.scrollWidth).toBeLessThanOrEqual(390);
    expect(new Set(expected.map(([first]) => first?.probability)).size).toBe(files.length);
    await using page = await devtoolsPage();
    await page.open(pathToFileURL(join(out, 'model', 'index.html')).href);
    const status = await page.value(`document.querySelector('#status').textContent`);
    expect(status).toMatch(/works only over HTTP, not as a file\. Run npx http-server/);
  },
);

interface Found {
  readonly results: readonly unknown[];
  /** The SHA-256 of the prepared pixels of the first file, by recipe. */
  readonly pixels: readonly string[];
  readonly shown: { readonly rows: readonly string[]; readonly scrollWidth: number };
}

/** The SHA-256 of the pixels of a file, as the image pool prepares it by each of the recipes. */
async function hashesOf(path: string): Promise<string[]> {
  await using pool = await createImagePool({ workers: 0 });
  const hashes: string[] = [];
  for (const recipe of RECIPES) {
    using lent = await pool.prepare([{ id: path, path, label: 0 }], recipe);
    hashes.push(createHash('sha256').update(lent.images).digest('hex'));
  }
  return hashes;
}

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
  const { stderr } = await sprout(['export', join(folder, 'runs', 'small'), join(out, 'model')]);
  expect(stderr).toContain(`npx http-server ${join(out, 'model')}`);
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
    await writeFile(
      join(scratch, 'page.js'),
      PAGE.replaceAll('FILES', JSON.stringify(files)).replace('RECIPES', JSON.stringify(RECIPES)),
    );
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
  await writeFile(
    join(out, 'index.html'),
    '<body><script type="module" src="/page.js"></script></body>',
  );
}
