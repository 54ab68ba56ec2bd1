import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../../test/temporary-folder.ts';
import { journalOf, readJournal, writeJournal } from './split-journal.ts';

test('a plan is read as it was written, whatever characters its paths contain', async () => {
  const out = await temporaryFolder();
  const transfers = ['1.png', 'b, "c"/=2\n.png'].map((name) => ({
    from: resolve('photos', name),
    to: join(out, name),
  }));
  await writeJournal({ mode: 'move', out, transfers });
  expect(await readJournal(out)).toEqual({ mode: 'move', out, transfers });
});

test('a folder without a journal is reported', async () => {
  const out = await temporaryFolder();
  await expect(readJournal(out)).rejects.toMatchObject({
    code: 'file-missing',
    context: { file: journalOf(out) },
  });
});

test.each([
  ['path,class,subset\na,b,training\n', 'not the journal of a split'],
  ['mode,from,to\n', 'not the journal of a split'],
  ['mode,from,to\nlink,/a,/b\n', 'not the journal of a split'],
  ['mode,from,to\ncopy,/a,/b\nmove,/c,/d\n', 'not the journal of a split'],
  ['mode,from,to\ncopy,a,/b\n', 'not two absolute paths: "a", "/b"'],
])('refuses %j', async (text, reason) => {
  const out = await temporaryFolder();
  await writeFile(journalOf(out), text);
  await expect(readJournal(out)).rejects.toMatchObject({
    code: 'file-invalid',
    context: { reason },
  });
});
