import { SproutError } from '@sprout/core';
import { completeNameless } from './complete-nameless.ts';
import { type Config, configSchema } from './config-schema.ts';
import { explainIssues } from './explain-issues.ts';
import { loadConfig } from './load-config.ts';
import { override, parseSetting } from './override.ts';

/** One field that an option of the command line sets. */
export interface Setting {
  readonly path: readonly string[];
  readonly value: unknown;
}

export interface ReadConfigOptions {
  readonly file?: string | undefined;
  /** `a.b=value` texts, over the file. */
  readonly set?: readonly string[] | undefined;
  /** What other options said, over both; `undefined` values say nothing. */
  readonly settings: readonly Setting[];
}

/**
 * The configuration of a command: the file, then `--set`, then the options.
 *
 * @throws {SproutError} `config-invalid`, naming each field that is wrong and what was meant.
 */
export async function readConfig({ file, set = [], settings }: ReadConfigOptions): Promise<Config> {
  const base = file === undefined ? {} : ((await loadConfig(file)) ?? {});
  if (typeof base !== 'object' || Array.isArray(base)) {
    const reason = `it must hold sections such as data, recipe and train, not ${Array.isArray(base) ? 'a list' : 'plain text'}`;
    throw new SproutError('config-invalid', { source: file ?? '', reason });
  }
  const given = settings.filter(({ value }) => value !== undefined);
  const written = [...set.map(parseSetting), ...given].reduce<unknown>(
    (config, { path, value }) => override(config, path, value),
    base,
  );
  const raw = completeNameless(written);
  const parsed = configSchema.safeParse(raw);
  if (parsed.success) return parsed.data;
  throw new SproutError('config-invalid', {
    source: file ?? 'the command line',
    reason: explainIssues(parsed.error, configSchema, raw),
  });
}
