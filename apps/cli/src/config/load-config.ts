import { SproutError } from '@sprout/core';
import { readFile } from 'node:fs/promises';
import { parse, YAMLParseError } from 'yaml';

/** Reads a configuration file, YAML or JSON (which YAML contains), as plain data. */
export async function loadConfig(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') throw new SproutError('file-missing', { file }, { cause });
    throw new SproutError('file-invalid', { file, reason: cause.message }, { cause });
  });
  return parseYaml(text, file);
}

/** @param source Names the text in errors. */
export function parseYaml(text: string, source: string): unknown {
  try {
    return parse(text, { maxAliasCount: 100 });
  } catch (cause) {
    if (!(cause instanceof YAMLParseError || cause instanceof ReferenceError)) throw cause;
    const reason = cause.message.split('\n')[0] ?? '';
    throw new SproutError('config-invalid', { source, reason }, { cause });
  }
}
