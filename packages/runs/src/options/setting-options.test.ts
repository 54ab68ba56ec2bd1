import { expect, test } from 'vitest';
import { z } from 'zod';
import { configSchema } from '../config/config-schema.ts';
import { SETTING_OPTIONS, type SettingOption } from './setting-options.ts';

const OPTIONS: readonly (readonly [string, SettingOption])[] = Object.entries(SETTING_OPTIONS);

/** Whether a configuration with this value of an option is valid. */
function accepts({ path }: SettingOption, value: unknown): boolean {
  const config = path.reduceRight<unknown>((inner, key) => ({ [key]: inner }), value);
  return configSchema.safeParse(config).success;
}

/** The part of the JSON schema at a path. */
function schemaAt(path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (node, key) => (node as { readonly properties?: Record<string, unknown> }).properties?.[key],
    z.toJSONSchema(configSchema, { io: 'input' }),
  );
}

test.each(OPTIONS)('%s sets a field of the configuration', (_name, { path }) => {
  expect(schemaAt(path)).toBeDefined();
});

test.each(OPTIONS.filter(([, { range }]) => range !== undefined))(
  'the range of %s is that of the configuration',
  (_name, option) => {
    const { least, most } = option.range!;
    expect(accepts(option, least)).toBe(true);
    expect(accepts(option, least - 1)).toBe(false);
    expect(accepts(option, least + 0.5)).toBe(false);
    expect(accepts(option, most ?? Number.MAX_SAFE_INTEGER)).toBe(true);
    expect(accepts(option, (most ?? Infinity) + 1)).toBe(false);
  },
);

test.each(OPTIONS.filter(([, { choices }]) => choices !== undefined))(
  'the choices of %s are those of the configuration',
  (_name, option) => {
    expect(option.choices!.filter((choice) => !accepts(option, choice))).toEqual([]);
    expect(accepts(option, 'other')).toBe(false);
    expect(schemaAt(option.path)).toMatchObject({
      enum: expect.arrayContaining([...option.choices!]) as unknown[],
    });
    expect((schemaAt(option.path) as { enum: unknown[] }).enum).toHaveLength(
      option.choices!.length,
    );
  },
);

test('each flag is used once and has a help text', () => {
  const flags = OPTIONS.flatMap(([, { flag, help }]) =>
    flag === undefined ? [] : [{ word: flag.split(' ')[0], help }],
  );
  expect(new Set(flags.map(({ word }) => word)).size).toBe(flags.length);
  expect(flags.filter(({ help = '' }) => help === '')).toEqual([]);
});
