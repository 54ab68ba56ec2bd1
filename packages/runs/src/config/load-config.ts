import { type ErrorContexts, readText, SproutError } from '@sprout/core';
import { stat } from 'node:fs/promises';
import { LIMITS } from '../options/limits.ts';
import { presetOf } from './presets.ts';
import { type Document, isScalar, LineCounter, parseDocument, visit } from 'yaml';

/** What a file of ops is. */
export type OpsKind = NonNullable<ErrorContexts['config-invalid']['kind']>;

/**
 * Reads a configuration file, YAML or JSON (a subset of YAML), as plain data.
 *
 * @param file A path, or `preset:NAME` for a preset.
 * @param kind What the file holds, for errors; a configuration by default.
 * @throws {SproutError} `file-missing`; `name-unknown` for a preset; `file-invalid` if it cannot be read; `config-invalid` if it is larger than the limit, or
 * not YAML.
 */
export async function loadConfig(file: string, kind?: OpsKind): Promise<unknown> {
  const preset = presetOf(file);
  if (preset !== undefined) return preset;
  const { most } = LIMITS.configBytes;
  const size = await stat(file).then(
    (found) => found.size,
    () => 0, // `readText` reports it
  );
  if (size > most) {
    const reason = `it has ${size} bytes; at most ${most} are read`;
    throw new SproutError('config-invalid', { source: file, kind, reason });
  }
  return parseYaml(await readText(file), file, kind);
}

/** @param source Names the text in errors. @throws {SproutError} `config-invalid` */
export function parseYaml(text: string, source: string, kind?: OpsKind): unknown {
  try {
    const lines = new LineCounter();
    // the check of `yaml` for equal keys takes quadratic time
    const document = parseDocument(text, { uniqueKeys: false, lineCounter: lines });
    const [fault = repeatedKey(document, lines)] = [...document.errors, ...document.warnings];
    if (fault !== undefined) throw fault;
    return document.toJS({ maxAliasCount: 100 });
  } catch (cause) {
    if (!(cause instanceof Error)) throw cause;
    const isDeep = cause.message.includes('call stack size'); // the parser calls itself for each level
    const [first = ''] = cause.message.split('\n');
    const reason = isDeep ? 'it is nested too deeply' : first.replace(/:$/, ''); // it ends so before a quotation
    throw new SproutError('config-invalid', { source, kind, reason }, { cause });
  }
}

function repeatedKey(document: Document.Parsed, lines: LineCounter): Error | undefined {
  let fault: Error | undefined;
  visit(document, {
    Map: (_, map) => {
      const keys = new Set<unknown>();
      for (const { key } of map.items) {
        if (!isScalar(key)) continue;
        if (keys.has(key.value)) {
          const { line } = lines.linePos(key.range?.[0] ?? 0);
          fault = new Error(`the key ${String(key.value)} is repeated in line ${line}`);
          return visit.BREAK;
        }
        keys.add(key.value);
      }
      return undefined;
    },
  });
  return fault;
}
