import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { referencePages } from '../../scripts/reference/pages.ts';

const folder = fileURLToPath(new URL('../../docs/reference', import.meta.url));

test('docs/reference is what npm run reference writes', async () => {
  const pages = await referencePages();
  expect((await readdir(folder)).sort()).toEqual([...pages.keys()].sort());
  for (const [name, text] of pages)
    expect(await readFile(join(folder, name), 'utf8'), 'npm run reference').toBe(text);
});

test('every field has a meaning', async () => {
  for (const [name, text] of await referencePages()) {
    const rows = text.split('\n').filter((line) => line.startsWith('| `'));
    expect(
      rows.filter((row) => / {2}\| *\|$/.test(row)),
      name,
    ).toEqual([]);
  }
});
