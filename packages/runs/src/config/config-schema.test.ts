import { createImagePool } from '@sprout/imgproc';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { configSchema } from './config-schema.ts';
import { LIMITS } from '../options/limits.ts';
import { SETTING_OPTIONS, type SettingOption } from '../options/setting-options.ts';

interface Field {
  readonly properties?: Readonly<Record<string, Field>>;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly enum?: readonly string[];
  readonly const?: string;
  /** The alternatives of a union. */
  readonly oneOf?: readonly Field[];
}

const root = z.toJSONSchema(configSchema, { io: 'input' }) as Field;
const table = Object.entries<SettingOption>(SETTING_OPTIONS);

test.each(table)('%s sets a field of the configuration, with its limits', (_, option) => {
  const fields = option.path.reduce<readonly Field[]>(
    (at, key) =>
      at
        .flatMap((each) => each.oneOf ?? [each])
        .flatMap(({ properties }) => properties?.[key] ?? []),
    [root],
  );
  expect(fields).not.toEqual([]);
  const most = option.range && (option.range.most ?? Number.MAX_SAFE_INTEGER);
  for (const { minimum, maximum } of fields)
    expect([minimum, maximum]).toEqual([option.range?.least, most]);
  const choices = fields.flatMap((field) => field.enum ?? field.const ?? []);
  expect(choices.toSorted()).toEqual(option.choices?.toSorted() ?? []);
});

test.each([0.2, 12, { perclass: 3 }, 'half'])(
  'a validation of %j is explained by the two that are valid',
  (validation) => {
    const { error } = configSchema.safeParse({ data: { validation } });
    expect(error!.issues[0]!.message).toBe(
      'must be { fraction: 0.2 }, below 1, or { perClass: 12 }, a whole number',
    );
  },
);

test.each([
  [{ groupBy: '(' }, 'must be a regular expression, or a CSV file'],
  [{ folder: '' }, 'must name a folder'],
])('%j is refused', (data, message) => {
  expect(configSchema.safeParse({ data }).error!.issues[0]!.message).toBe(message);
});

test('the option on the command line is the name in kebab-case', () => {
  const flags = table.flatMap(([name, { flag }]) => (flag === undefined ? [] : [[name, flag]]));
  const names = flags.map(([, flag]) => /^--(?:no-)?([a-z-]+)( <[^>]+>)?$/.exec(flag!)?.[1]);
  expect(names).toEqual(
    flags.map(([name]) => name!.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)),
  );
});

test('the image pool allows the same numbers of workers', async () => {
  const { least, most } = LIMITS.workers;
  for (const workers of [least - 1, most + 1])
    await expect(createImagePool({ workers })).rejects.toThrow(`from ${least} to ${most}`);
});
