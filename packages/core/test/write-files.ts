import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Writes small files into a folder. The content of each is its path. */
export async function writeFiles(folder: string, paths: readonly string[]): Promise<void> {
  await writeContents(new Map(paths.map((path) => [join(folder, path), path])));
}

/** Writes files: path -> content. */
export async function writeContents(files: ReadonlyMap<string, string>): Promise<void> {
  for (const [file, content] of files) {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  }
}
