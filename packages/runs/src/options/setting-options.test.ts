import { expect, test } from 'vitest';
import { configSchema } from '../config/config-schema.ts';
import { SETTING_OPTIONS, type SettingOption } from './setting-options.ts';

const OPTIONS: readonly (readonly [string, SettingOption])[] = Object.entries(SETTING_OPTIONS);

/** Whether a configuration with this value of an option is valid. */
function accepts({ path }: SettingOption, value: unknown): boolean {
  const config = path.reduceRight<unknown>((inner, key) => ({ [key]: inner }), value);
  return configSchema.safeParse(config).success;
}

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
  'the configuration accepts the choices of %s',
  (_name, option) => {
    expect(option.choices!.filter((choice) => !accepts(option, choice))).toEqual([]);
    expect(accepts(option, 'other')).toBe(false);
  },
);

test('each flag is used once and has a help text', () => {
  const flags = OPTIONS.flatMap(([, { flag, help }]) =>
    flag === undefined ? [] : [{ word: flag.split(' ')[0], help }],
  );
  expect(new Set(flags.map(({ word }) => word)).size).toBe(flags.length);
  expect(flags.filter(({ help = '' }) => help === '')).toEqual([]);
});
