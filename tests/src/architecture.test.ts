import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { folders, packages } from '../../layers.mjs';

// `npm run lint:deps` checks the imports by the tables of `layers.mjs`. These tests check the tables.

const root = fileURLToPath(new URL('../../', import.meta.url));

type Table = Readonly<Record<string, readonly string[]>>;

describe.each(Object.entries(packages as Table))('%s', (folder, allowed) => {
  const files = sources(join(root, folder, 'src'));

  test('depends on the packages that it may import', () => {
    const ours = Object.keys(manifestOf(folder).dependencies).filter(isOurs);
    expect(ours).toEqual(allowed.map((name) => manifestOf(name).name).toSorted());
  });

  test('declares what it imports, and imports what it declares', () => {
    const { dependencies, optionalDependencies } = manifestOf(folder);
    const declared = Object.keys({ ...dependencies, ...optionalDependencies });
    const used = new Set(
      files
        .flatMap(({ specifiers }) => specifiers)
        .filter((name) => !name.startsWith('.') && !name.startsWith('node:'))
        .map(packageOf),
    );
    expect([...used].filter((name) => !declared.includes(name))).toEqual([]);
    const text = files.map((file) => file.text).join('\n');
    expect(declared.filter((name) => !new RegExp(`['\`]${name}`).test(text))).toEqual([]);
  });
});

test('the table of packages names every package', () => {
  const present = ['packages', 'apps'].flatMap((parent) =>
    readdirSync(join(root, parent), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => `${parent}/${name}`),
  );
  expect(Object.keys(packages).toSorted()).toEqual(present.toSorted());
});

test('no file exports everything of another one', () => {
  const found = Object.keys(packages)
    .flatMap((folder) => sources(join(root, folder, 'src')))
    .filter(({ text }) => /^export \*/m.test(text));
  expect(found.map(({ path }) => path)).toEqual([]);
});

test('runs does not use the process: arguments, streams, signals, exit codes', () => {
  const forbidden = /\bprocess\.(argv|stdin|stdout|stderr|on|once|exit|exitCode|env|cwd)\b/;
  const found = sources(join(root, 'packages/runs/src')).filter(({ text }) => forbidden.test(text));
  expect(found.map(({ path }) => path)).toEqual(['model/process/prediction-process.ts']); // the main file of a process
});

test('runs, whose version is in records and model cards, and the program have the same version', () => {
  expect(manifestOf('packages/runs').version).toBe(manifestOf('apps/cli').version);
});

test('the help of the program loads only the options of runs, which import no other file', () => {
  const files = sources(join(root, 'packages/runs/src/options'));
  const imported = files.flatMap(({ specifiers }) => specifiers);
  expect(imported.filter((name) => !name.startsWith('./'))).toEqual([]);
  const options = sources(join(root, 'apps/cli/src')).filter(({ path }) =>
    /^(program|options)\//.test(path),
  );
  const loaded = options.flatMap(({ text }) =>
    [...text.matchAll(/^import (?!type )[^;]* from '(@sprout\/[^']+)';/gm)].map(([, name]) => name),
  );
  expect(new Set(loaded)).toEqual(new Set(['@sprout/runs/options']));
});

test('packages import only packages above them in the table', () => {
  expect(arrowsUpwards(packages)).toEqual([]);
});

describe.each(Object.entries(folders as Readonly<Record<string, Table>>))(
  'the folders of %s',
  (name, table) => {
    test('are the rows of the table', () => {
      const present = new Set(
        sources(join(root, name, 'src'))
          .map(({ path }) => posix.dirname(path))
          .filter((folder) => folder !== '.'),
      );
      expect(Object.keys(table).toSorted()).toEqual([...present].toSorted());
    });

    test('import only folders above them in the table', () => {
      expect(arrowsUpwards(table)).toEqual([]);
    });

    test('import every folder that the table allows', () => {
      const used = new Set(sources(join(root, name, 'src')).flatMap(arrowsOf));
      const allowed = Object.entries(table).flatMap(([from, all]) =>
        all.map((to) => `${from} -> ${to}`),
      );
      expect(allowed.filter((arrow) => !used.has(arrow))).toEqual([]);
    });
  },
);

/** The imports of a file from its folder to other folders. */
function arrowsOf({ path, specifiers }: Source): string[] {
  const from = posix.dirname(path);
  return specifiers
    .filter((name) => name.startsWith('.'))
    .map((name) => `${from} -> ${posix.dirname(posix.join(from, name))}`);
}

/** Imports in a table whose target is not above the row. */
function arrowsUpwards(table: Table): string[] {
  const names = Object.keys(table);
  return Object.entries(table).flatMap(([name, allowed]) => {
    const above = names.slice(0, names.indexOf(name));
    return allowed.filter((other) => !above.includes(other)).map((other) => `${name} -> ${other}`);
  });
}

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

function manifestOf(folder: string): Manifest {
  // a file of this repository, checked by npm
  return JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as Manifest;
}

interface Source {
  /** Relative to the folder that was searched, with `/` between its parts. */
  readonly path: string;
  readonly text: string;
  readonly specifiers: readonly string[];
}

function sources(folder: string): Source[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !/\.(test|bench)\.ts$/.test(name))
    .map((name) => {
      const path = name.replaceAll('\\', '/');
      const text = readFileSync(join(folder, path), 'utf8');
      const specifiers = [
        ...text.matchAll(/\bfrom '([^']+)';|\bimport\('([^']+)'\)|^import '([^']+)'/gm),
      ].map(([, ...found]) => found.find((specifier) => specifier !== undefined)!); // exactly one group matches
      return { path, text, specifiers };
    });
}

function packageOf(specifier: string): string {
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
}

function isOurs(name: string): boolean {
  return name.startsWith('@sprout/');
}
