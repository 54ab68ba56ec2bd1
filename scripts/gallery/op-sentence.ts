import { readFile } from 'node:fs/promises';

/**
 * The first sentence of the documentation of an op, from its source, on one line.
 *
 * @returns `undefined` without documentation.
 */
export async function opSentence(name: string): Promise<string | undefined> {
  const source = new URL(`../../packages/imgproc/src/ops/${name}.ts`, import.meta.url);
  return sentenceIn(await readFile(source, 'utf8'), name);
}

/** The first sentence of the comment before the constant of an op. */
export function sentenceIn(source: string, name: string): string | undefined {
  const constant = name.replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase());
  const [before, after] = source.split(new RegExp(`export const ${constant}\\b`));
  const comment =
    after === undefined ? undefined : /\/\*\*((?:(?!\*\/)[^])*)\*\/\s*$/.exec(before!); // split has a first part
  const text = comment?.[1]
    ?.replaceAll(/^\s*\* ?/gm, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return text === undefined ? undefined : /^.*?\.(?= [A-Z`]|$)/.exec(text)?.[0];
}
