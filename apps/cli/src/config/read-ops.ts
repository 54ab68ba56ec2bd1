import { loadConfig } from './load-config.ts';

/** The ops in a file: a list of them, or a configuration's section of that name. */
export async function readOps(file: string, section: 'recipe' | 'augment'): Promise<unknown> {
  const content = await loadConfig(file);
  if (Array.isArray(content) || typeof content !== 'object' || content === null) return content;
  return section in content ? (content as Record<string, unknown>)[section] : content;
}
