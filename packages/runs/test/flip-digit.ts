import { readFile, writeFile } from 'node:fs/promises';

/** Changes the last digit in a text file, as a person might who edits a number. */
export async function flipDigit(file: string): Promise<void> {
  const text = await readFile(file, 'utf8');
  const at = text.search(/\d\D*$/);
  await writeFile(file, `${text.slice(0, at)}${(Number(text[at]) + 1) % 10}${text.slice(at + 1)}`);
}
