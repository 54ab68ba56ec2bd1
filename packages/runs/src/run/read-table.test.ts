import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { readTable } from './read-table.ts';

async function readText(text: string): Promise<string[][]> {
  await using folder = await temporaryFolder();
  const file = join(folder.path, 'table.csv');
  await writeFile(file, text);
  return await readTable(file, ['path', 'class']);
}

test('returns the rows below the header, with all their cells', async () => {
  expect(await readText('path,class,more\na,b,c\n"d,e",f,\n')).toEqual([
    ['a', 'b', 'c'],
    ['d,e', 'f', ''],
  ]);
});

test('an unexpected header and a row of another length are errors with the line', async () => {
  await expect(readText('class,path\na,b\n')).rejects.toThrow(/must begin with path,class/);
  await expect(readText('path,class\na,b\nc\n')).rejects.toThrow(
    /line 3 has 1 cells where 2 belong/,
  );
});
