import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/**
 * The code blocks of one language on a page of the guide, in order.
 *
 * @param page Its path in `docs/guide`.
 */
export async function guideCode(page: string, language: string): Promise<string[]> {
  const file = fileURLToPath(new URL(`../../../docs/guide/${page}`, import.meta.url));
  const blocks = (await readFile(file, 'utf8')).matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm);
  return Array.from(blocks).flatMap(([, name, code = '']) => (name === language ? [code] : []));
}
