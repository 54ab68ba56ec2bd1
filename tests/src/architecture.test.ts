import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Which of our packages each one may import. */
const LAYERS: Readonly<Record<string, readonly string[]>> = {
  'packages/core': [],
  'packages/imgproc': ['@sprout/core'],
  'packages/train': ['@sprout/core'],
  'packages/viz': ['@sprout/core'],
  'packages/runs': ['@sprout/core', '@sprout/imgproc', '@sprout/train', '@sprout/viz'],
  'apps/cli': ['@sprout/core', '@sprout/runs', '@sprout/runs/options'],
};

describe.each(Object.entries(LAYERS))('%s', (folder, allowed) => {
  const files = sources(join(root, folder, 'src'));
  const imported = new Set(
    files.flatMap(({ specifiers }) => specifiers).filter((name) => !name.startsWith('.')),
  );

  test('imports only the packages below it', () => {
    const ours = [...imported].filter((name) => name.startsWith('@sprout/'));
    expect(ours.filter((name) => !allowed.includes(name))).toEqual([]);
  });

  test('declares what it imports, and imports what it declares', () => {
    const manifest = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as {
      dependencies: Record<string, string>;
      optionalDependencies?: Record<string, string>;
    };
    const declared = Object.keys({ ...manifest.dependencies, ...manifest.optionalDependencies });
    const used = new Set([...imported].filter((name) => !name.startsWith('node:')).map(packageOf));
    expect([...used].filter((name) => !declared.includes(name))).toEqual([]);
    const text = files.map((file) => file.text).join('\n');
    expect(declared.filter((name) => !new RegExp(`['\`]${name}`).test(text))).toEqual([]);
  });
});

test('core reads files under node/ only', () => {
  const elsewhere = sources(join(root, 'packages/core/src')).filter(
    ({ path, specifiers }) =>
      !path.includes('/src/node/') && specifiers.some((name) => name.startsWith('node:')),
  );
  expect(elsewhere.map(({ path }) => path.slice(root.length))).toEqual([]);
});

test('no package draws unaddressed random numbers, reads the calendar or prints', () => {
  const forbidden = /\bMath\.random\(|\bDate\.now\(|\bnew Date\(\)|\bconsole\./;
  const found = Object.keys(LAYERS)
    .filter((folder) => folder.startsWith('packages/'))
    .flatMap((folder) => sources(join(root, folder, 'src')))
    .filter(({ text }) => forbidden.test(text));
  expect(found.map(({ path }) => path.slice(root.length))).toEqual([
    'packages/runs/src/run/with-run-record.ts', // the start and the end of a run
  ]);
});

test('runs takes no part of the process: arguments, input, signals, exit codes', () => {
  const forbidden = /\bprocess\.(argv|stdin|stdout|stderr|on|once|exit|exitCode|env|cwd)\b/;
  const found = sources(join(root, 'packages/runs/src')).filter(({ text }) => forbidden.test(text));
  expect(found.map(({ path }) => path.slice(root.length))).toEqual([]);
});

test('runs and the program have one version, which records and model cards hold', () => {
  const [runs, cli] = ['packages/runs', 'apps/cli'].map(
    (folder) =>
      JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as { version: string },
  );
  expect(runs!.version).toBe(cli!.version);
});

test('the help of the program loads no package: its options come from a file without imports', () => {
  const files = sources(join(root, 'packages/runs/src/options'));
  const imported = files.flatMap(({ specifiers }) => specifiers);
  expect(imported.filter((name) => !name.startsWith('./'))).toEqual([]);
  const options = sources(join(root, 'apps/cli/src')).filter(({ path }) =>
    /\/(program|options)\//.test(path),
  );
  const loaded = options.flatMap(({ text }) =>
    [...text.matchAll(/^import (?!type )[^;]* from '(@sprout\/[^']+)';/gm)].map(([, name]) => name),
  );
  expect(new Set(loaded)).toEqual(new Set(['@sprout/runs/options']));
});

interface Source {
  readonly path: string;
  readonly text: string;
  readonly specifiers: readonly string[];
}

function sources(folder: string): Source[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !/\.(test|bench)\.ts$/.test(name))
    .map((name) => {
      const path = join(folder, name);
      const text = readFileSync(path, 'utf8');
      const specifiers = [
        ...text.matchAll(/\bfrom '([^']+)';|\bimport\('([^']+)'\)|^import '([^']+)'/gm),
      ].map(([, ...found]) => found.find((specifier) => specifier !== undefined)!);
      return { path, text, specifiers };
    });
}

function packageOf(specifier: string): string {
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
}
