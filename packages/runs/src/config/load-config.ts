import { readText, SproutError } from '@sprout/core';
import { parse, YAMLParseError } from 'yaml';

/** Reads a configuration file, YAML or JSON (a subset of YAML), as plain data. */
export async function loadConfig(file: string): Promise<unknown> {
  return parseYaml(await readText(file), file);
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
