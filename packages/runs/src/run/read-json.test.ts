import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { readJson } from './read-json.ts';

const schema = z.object({ images: z.int(), note: z.string().default('none') });

/** What is read from a file with this text. */
async function read(text: string): Promise<unknown> {
  await using folder = await temporaryFolder();
  const file = join(folder.path, 'counts.json');
  await writeFile(file, text);
  return await readJson(file, schema);
}

test('the data is that of the schema, with its defaults', async () => {
  expect(await read('{"images": 3}')).toEqual({ images: 3, note: 'none' });
});

test.each([
  ['{"images": 3', /counts\.json is damaged or of another format: .*JSON/],
  ['', /counts\.json is damaged or of another format: .*JSON/],
  ['{"images": "3"}', /expected number, received string[^]*images/],
  ['[]', /expected object, received array/],
])('%j is an error with the file and the reason', async (text, message) => {
  await expect(read(text)).rejects.toThrow(message);
  await expect(read(text)).rejects.toMatchObject({ code: 'file-invalid' });
});

test('a missing file is an error of its own', async () => {
  const file = '/no/such/counts.json';
  await expect(readJson(file, schema)).rejects.toMatchObject({
    code: 'file-missing',
    context: { file },
  });
});
