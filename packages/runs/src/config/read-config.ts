import { SproutError } from '@sprout/core';
import { dirname, resolve } from 'node:path';
import { z } from 'zod';
import { checkNames } from './check-names.ts';
import { withNamedFile } from './complete-from-file.ts';
import { completeNameless } from './complete-nameless.ts';
import { type Config, configSchema } from './config-schema.ts';
import { explainIssues } from './explain-issues.ts';
import { loadConfig } from './load-config.ts';
import type { ConfigOptions, TrainingOptions } from './config-options.ts';
import { override, parseSetting } from './override.ts';
import { presetOf } from './presets.ts';
import { readOps, settingsOf } from './settings-of.ts';

/**
 * The configuration that options describe. Settings in `set` take precedence over `config`, and the other options over both.
 *
 * @param complete Completes the configuration as it was written, before it is checked.
 * @throws {SproutError} `file-missing`; `config-invalid` with all invalid fields.
 */
export async function readConfig(
  options: ConfigOptions & TrainingOptions,
  complete: (written: unknown) => unknown = (written) => written,
): Promise<Config> {
  const raw = completeNameless(await complete(await writtenConfig(options)));
  const parsed = configSchema.safeParse(raw);
  if (parsed.success) return parsed.data;
  const { config } = options;
  throw new SproutError('config-invalid', {
    source: typeof config === 'string' ? config : 'The combination of the options',
    reason: explainIssues(parsed.error, configSchema, raw),
  });
}

/** Whether options name a model. Otherwise a configuration has the default one. @throws {SproutError} As `readConfig`. */
export async function namesModel(options: ConfigOptions & TrainingOptions): Promise<boolean> {
  const written = await writtenConfig(options);
  return z.object({ model: z.object({ name: z.string() }) }).safeParse(written).success;
}

/** The configuration without defaults, not checked yet. */
async function writtenConfig({
  config,
  set = [],
  ...options
}: ConfigOptions & TrainingOptions): Promise<unknown> {
  const file = typeof config === 'string' ? config : undefined;
  const base = (file === undefined ? config : await loadConfig(file)) ?? {};
  if (typeof base !== 'object' || Array.isArray(base)) {
    const reason = `it must hold sections such as data, recipe and train, not ${Array.isArray(base) ? 'a list' : 'plain text'}`;
    throw new SproutError('config-invalid', { source: file ?? '', reason });
  }
  if (file !== undefined) checkNames(file, base);
  const whole = file === undefined ? base : await withNamedOps(base, dirname(file));
  const settings = [...set.map(parseSetting), ...(await settingsOf(options))];
  const written = settings.reduce<unknown>(
    (before, { path, value }) => override(before, path, value),
    whole,
  );
  return withNamedFile(written);
}

/** A configuration whose recipe and augmentation may name files: relative to the folder of the configuration. */
async function withNamedOps(config: object, folder: string): Promise<object> {
  const named: [string, unknown][] = [];
  for (const section of ['recipe', 'augment'] as const) {
    const { data: name } = z.string().safeParse(Reflect.get(config, section));
    if (name === undefined) continue;
    const file = presetOf(name) === undefined ? resolve(folder, name) : name;
    named.push([section, await readOps(file, section)]);
  }
  return { ...config, ...Object.fromEntries(named) };
}
