import { readdir, readFile } from 'node:fs/promises';

const OPS = new URL('../../packages/imgproc/src/ops/', import.meta.url);

/**
 * The first sentence of the documentation of an op, from its source, on one line.
 *
 * @returns `undefined` without documentation.
 */
export async function opSentence(name: string): Promise<string | undefined> {
  for (const file of await readdir(OPS)) {
    if (!file.endsWith('.ts') || file.endsWith('.test.ts')) continue;
    const source = await readFile(new URL(file, OPS), 'utf8');
    if (source.includes(`z.literal('${name}')`)) return sentenceIn(source);
  }
  return undefined;
}

/** The first sentence of the comment before the constant that is an op. */
export function sentenceIn(source: string): string | undefined {
  const comment = /\/\*\*((?:(?!\*\/)[^])*)\*\/\s*export const \w+ = defineOp\b/.exec(source);
  const text = comment?.[1]
    ?.replaceAll(/^\s*\* ?/gm, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return text === undefined ? undefined : /^.*?\.(?= [A-Z`]|$)/.exec(text)?.[0];
}
