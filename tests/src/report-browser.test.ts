import { join } from 'node:path';
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
    expect(errorsOf(page)).toEqual([]);
    expect(requestsOf(page)).toEqual([report]);
    await page.open('about:blank');
    await page.open(report);
    const click = `document.querySelector('.canvas a[*|href*="-confused-"]').dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))`;
    await page.value(click);
    const opened = `document.querySelector(location.hash).closest('details').open`;
    expect(await page.value(opened)).toBe(true);
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
  await sprout(['report', run]);
  return pathToFileURL(join(run, 'report.html')).href;
}
