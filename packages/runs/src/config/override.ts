import { SproutError } from '@sprout/core';
import { parseYaml } from './load-config.ts';

type Tree = { [key: string]: unknown };

/** The source of a setting in errors. */
const SETTING = 'A setting';

const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

/** Returns a configuration with one field changed. The original is not modified. */
export function override(config: unknown, path: readonly string[], value: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (FORBIDDEN.has(key)) {
    throw new SproutError('config-invalid', { source: SETTING, reason: `"${key}" is not a field` });
  }
  if (Array.isArray(config)) {
    const items: unknown[] = config;
    if (/^\d+$/.test(key) && Number(key) < items.length)
      return items.map((item, at) => (at === Number(key) ? override(item, rest, value) : item));
    const reason = `"${key}" is no item of a list of ${items.length}`;
    throw new SproutError('config-invalid', { source: SETTING, reason });
  }
  const tree: Tree = typeof config === 'object' && config !== null ? (config as Tree) : {};
  return { ...tree, [key]: override(tree[key], rest, value) };
}

/** Parses a setting such as `train.epochs=3` into path and value. The value is YAML. */
export function parseSetting(text: string): { path: string[]; value: unknown } {
  const at = text.indexOf('=');
  if (at < 1) {
    throw new SproutError('option-invalid', {
      option: 'set',
      value: text,
      rule: 'of the form a.b=value',
    });
  }
  return {
    path: text.slice(0, at).split('.'),
    value: parseYaml(text.slice(at + 1), `The setting ${text}`),
  };
}
