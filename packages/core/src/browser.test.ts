import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

function sourceOf(path: string, base = import.meta.url): { url: string; text: string } {
  const { href } = new URL(path, base);
  return { url: href, text: readFileSync(fileURLToPath(href), 'utf8') };
}

/** The export statements of an entry, each on one line. */
function exportsOf(path: string): string[] {
  return (sourceOf(path).text.match(/export [^;]*;/g) ?? []).map((one) =>
    one.replaceAll(/\s+/g, ' ').replace(', }', ' }'),
  );
}

test('browser.ts exports everything that index.ts exports, except for node/', () => {
  const expected = exportsOf('./index.ts').filter((statement) => !statement.includes("'./node/"));
  expect(exportsOf('./browser.ts').toSorted()).toEqual(expected.toSorted());
});

test('browser.ts imports nothing that needs Node', () => {
  const seen = new Set<string>();
  const outside = new Set<string>();
  const visit = (path: string, base: string): void => {
    const { url, text } = sourceOf(path, base);
    if (seen.has(url)) return;
    seen.add(url);
    for (const [, imported = ''] of text.matchAll(/from '([^']+)'/g)) {
      if (imported.startsWith('.')) visit(imported, url);
      else
        outside.add(
          imported.startsWith('@') ? imported.split('/').slice(0, 2).join('/') : imported,
        );
    }
  };
  visit('./browser.ts', import.meta.url);
  expect(seen.size).toBeGreaterThan(20);
  expect([...outside].toSorted()).toEqual(['@noble/hashes', 'zod']);
});
