import { SproutError } from '@sprout/core';
import { completeNameless } from './complete-nameless.ts';
import { type Config, configSchema } from './config-schema.ts';
import { explainIssues } from './explain-issues.ts';
import { loadConfig } from './load-config.ts';
import type { ConfigOptions, TrainingOptions } from './config-options.ts';
import { override, parseSetting } from './override.ts';
import { settingsOf } from './settings-of.ts';

/**
 * The configuration that options describe. Settings in `set` take precedence over `config`, and the other options over both.
 *
 * @throws {SproutError} `file-missing`; `config-invalid` with all invalid fields.
 */
export async function readConfig(options: ConfigOptions & TrainingOptions): Promise<Config> {
  const { config, set = [] } = options;
  const file = typeof config === 'string' ? config : undefined;
  const base = (file === undefined ? config : await loadConfig(file)) ?? {};
  if (typeof base !== 'object' || Array.isArray(base)) {
    const reason = `it must hold sections such as data, recipe and train, not ${Array.isArray(base) ? 'a list' : 'plain text'}`;
    throw new SproutError('config-invalid', { source: file ?? '', reason });
  }
  const settings = [...set.map(parseSetting), ...(await settingsOf(options))];
  const written = settings.reduce<unknown>(
    (before, { path, value }) => override(before, path, value),
    base,
  );
  const raw = completeNameless(written);
  const parsed = configSchema.safeParse(raw);
  if (parsed.success) return parsed.data;
  throw new SproutError('config-invalid', {
    source: file ?? 'The combination of the options',
    reason: explainIssues(parsed.error, configSchema, raw),
  });
}
