import { comparedEvaluationsPage } from '@sprout/viz';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { chromium } from './support/chromium.ts';
import { devtoolsPage, type DevtoolsPage } from './support/devtools-page.ts';
import { sprout, sproutJson } from './support/sprout.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

test.skipIf(chromium === undefined)(
  'in a browser the report has no errors and no requests, and is not wider than the page (needs chromium)',
  { timeout: 120_000 },
  async () => {
    await using folder = await temporaryFolder();
    const report = await reportIn(folder.path);
    const compared = await comparisonIn(folder.path);
    await using page = await devtoolsPage();
    for (const scheme of ['light', 'dark'])
      for (const width of [390, 1100]) {
        await show(page, { scheme, width });
        await page.open(report);
        const seen = await page.value<Seen>(SEEN);
        expect(seen.width).toBeLessThanOrEqual(width);
        expect(seen.headings).toContain('What it confuses');
        expect(seen.cut).toEqual([]);
        expect(seen.broken).toEqual([]);
        expect(seen.withoutText).toBe(0);
        const [red = 0] = seen.background.match(/\d+/g)?.map(Number) ?? [];
        expect(red < 128).toBe(scheme === 'dark');
      }
    for (const scheme of ['light', 'dark']) {
      await show(page, { scheme, width: 390 });
      await page.open(compared);
      const { width, cut } = await page.value<Seen>(SEEN);
      expect(width).toBeLessThanOrEqual(390);
      expect(cut).toEqual([]);
      expect(await page.value(ATTACHMENTS)).toEqual(['local', 'local', 'scroll', 'scroll']);
    }
    expect(errorsOf(page)).toEqual([]);
    expect(requestsOf(page)).toEqual([report, compared]);
    await page.open('about:blank');
    await page.open(report);
    const click = `document.querySelector('.canvas a[*|href*="-confused-"]').dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))`;
    await page.value(click);
    const opened = `document.querySelector(location.hash).closest('details').open`;
    expect(await page.value(opened)).toBe(true);
    const followed = await page.value<Followed>(FOLLOW_POINT);
    expect(followed).toMatchObject({ links: 15, opened: true, broken: false });
    expect(followed.picture).toMatch(/^Maize\/\d+\.png, Maize$/);
    expect(followed.title).toMatch(new RegExp(`^${followed.picture}, (training|validation)$`));
  },
);

interface Seen {
  readonly width: number;
  readonly background: string;
  readonly headings: readonly string[];
  /** The elements with content that is wider than they are, and without a way to scroll it by the keyboard. */
  readonly cut: readonly string[];
  /** The pictures that could not be decoded. */
  readonly broken: readonly string[];
  /** The number of pictures without an alternative text. */
  readonly withoutText: number;
}

const SEEN = `(() => {
  for (const details of document.querySelectorAll('details')) details.open = true;
  const images = [...document.images];
  for (const image of images) image.loading = 'eager';
  return {
    width: document.documentElement.scrollWidth,
    background: getComputedStyle(document.body).backgroundColor,
    headings: [...document.querySelectorAll('h3')].map((heading) => heading.textContent),
    cut: [...document.querySelectorAll('main *:not(svg *, [tabindex="0"] *)')]
      .filter(({ scrollWidth, clientWidth, tabIndex }) => clientWidth > 0 && scrollWidth > clientWidth + 1 && tabIndex !== 0)
      .map((element) => element.outerHTML.slice(0, 80)),
    broken: images.filter((image) => image.complete && image.naturalWidth === 0).map((image) => image.alt),
    withoutText: images.filter((image) => image.alt === '').length,
  };
})()`;

/** Whether each background of a table that scrolls moves with its content. */
const ATTACHMENTS = `getComputedStyle(document.querySelector('.scroll')).backgroundAttachment.split(', ')`;

/** What the first point of the feature map leads to. */
interface Followed {
  /** The number of points that the keyboard reaches. */
  readonly links: number;
  readonly title: string;
  readonly opened: boolean;
  readonly picture: string;
  readonly broken: boolean;
}

const FOLLOW_POINT = `(async () => {
  const links = [...document.querySelectorAll('#map .canvas a')].filter((link) => link.getClientRects().length > 0);
  links[0].focus();
  if (document.activeElement !== links[0]) return 'no focus';
  links[0].dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
  const picture = document.querySelector(':target img');
  picture.loading = 'eager';
  await picture.decode().catch(() => {});
  return {
    links: links.filter((link) => link.tabIndex === 0).length,
    title: links[0].querySelector('title').textContent,
    opened: picture.closest('details').open,
    picture: picture.alt,
    broken: picture.naturalWidth === 0,
  };
})()`;

async function show(page: DevtoolsPage, { scheme, width }: { scheme: string; width: number }) {
  const features = [{ name: 'prefers-color-scheme', value: scheme }];
  await page.call('Emulation.setEmulatedMedia', { features });
  const metrics = { width, height: 900, deviceScaleFactor: 1, mobile: width < 500 };
  await page.call('Emulation.setDeviceMetricsOverride', metrics);
}

/** Exceptions, and what the browser itself or the page writes to the console. */
function errorsOf({ events }: DevtoolsPage): unknown[] {
  const methods = ['Runtime.exceptionThrown', 'Runtime.consoleAPICalled', 'Log.entryAdded'];
  return events.filter(({ method }) => methods.includes(method));
}

/** The addresses that were requested, each once. Pictures in the page have the scheme `data`. */
function requestsOf({ events }: DevtoolsPage): string[] {
  const addresses = events.flatMap(({ method, params }) =>
    method === 'Network.requestWillBeSent'
      ? (params as { readonly request: { readonly url: string } }).request.url
      : [],
  );
  return [...new Set(addresses)].filter((address) => !address.startsWith('data:'));
}

/** Trains a small network with pictures of filters. @returns The address of the report. */
async function reportIn(folder: string): Promise<string> {
  const [photos, runs] = [join(folder, 'photos'), join(folder, 'runs')];
  await sproutJson(['sample', photos, '--classes', '3', '--images', '5', '--size', '32']);
  const run = join(runs, 'small');
  const train = [
    'train',
    photos,
    '--runs',
    runs,
    '--name',
    'small',
    '--epochs',
    '1',
    '--size',
    '32',
  ];
  await sprout([...train, '--workers', '0', '--set', 'model.filters=[8, 16]']);
  const pictures = ['--out', join(run, 'pictures'), '--steps', '2'];
  await sprout([
    'visualize',
    'filters',
    run,
    '--layer',
    'stem_relu',
    '--filters',
    '0-1',
    ...pictures,
  ]);
  await writeMap(run);
  await sprout(['report', run]);
  return pathToFileURL(join(run, 'report.html')).href;
}

/** Writes a page about two evaluations with long names. @returns Its address. */
async function comparisonIn(folder: string): Promise<string> {
  const classes = ['Maize', 'Charlock'].map((name) => ({
    name,
    precision: 0.75,
    recall: 0.75,
    f1: 0.75,
    support: 12,
  }));
  const confusion = [
    [9, 3],
    [3, 9],
  ];
  const measured = { samples: 24, accuracy: 0.75, loss: 0.8, classes, confusion };
  const evaluation = { ...measured, topLosses: [], answers: [] };
  const names = ['small-cnn-without-augmentation', 'efficientnet-lite0-head'];
  const html = await comparedEvaluationsPage({
    folder: 'second',
    models: names.map((name) => ({ name, evaluation, href: `./${name}/report.html` })),
    pairs: [],
  });
  const file = join(folder, 'comparison.html');
  await writeFile(file, html);
  return pathToFileURL(file).href;
}

/** Writes what `inspect --labels` leaves for a report, without a network that computes features. */
async function writeMap(run: string): Promise<void> {
  const split = await readFile(join(run, 'split.csv'), 'utf8');
  const [, ...lines] = split.trim().split('\n');
  const paths = lines.map((line) => line.split(',')[0]!).toSorted();
  const rows = paths.map((path, at) => [path, dirname(path), at % 4, at, at, 0].join(','));
  const labels = join(run, 'labels');
  await mkdir(labels);
  const record = { images: rows.length, base: 'vgg16', agreement: 1, estimated: 0, suspects: [] };
  await writeFile(join(labels, 'labels.json'), JSON.stringify(record));
  const header = 'path,label,umap_x,umap_y,pca_x,pca_y';
  await writeFile(join(labels, 'map.csv'), [header, ...rows].join('\n'));
}
