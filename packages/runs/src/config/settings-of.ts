import { isSproutError, SproutError } from '@sprout/core';
import { parseAugmentation, parseRecipe } from '@sprout/imgproc';
import { SETTING_OPTIONS, type SettingName } from '../options/setting-options.ts';
import type { ConfigOptions, TrainingOptions } from './config-options.ts';
import { loadConfig } from './load-config.ts';
import { partSettings } from './part-settings.ts';
import { presetOf } from './presets.ts';

/** A field of the configuration and its value. */
export interface Setting {
  readonly path: readonly string[];
  readonly value: unknown;
  /** The option that sets the field, if it is in `SETTING_OPTIONS`. */
  readonly option?: SettingName;
}

type SettingValues = { readonly [Name in SettingName]?: TrainingOptions[Name] };

/**
 * The fields of the configuration that options set. An undefined option sets none.
 *
 * @throws {SproutError} `file-missing`, `config-invalid` for a file with ops; `option-invalid` for two ways to split, or as `partSettings`.
 */
export async function settingsOf(
  options: SettingValues & ConfigOptions & Pick<TrainingOptions, 'train'>,
): Promise<Setting[]> {
  checkOneSplit(options);
  const parts = await partSettings(options);
  const { validation, recipe, augment } = options;
  const values: Partial<Readonly<Record<SettingName, unknown>>> = {
    ...options,
    validation: typeof validation === 'number' ? shareOf(validation) : undefined,
    recipe: typeof recipe === 'string' ? await readOps(recipe, 'recipe') : recipe,
    augment:
      augment === false
        ? []
        : typeof augment === 'string'
          ? await readOps(augment, 'augment')
          : augment,
  };
  const names = Object.keys(SETTING_OPTIONS) as SettingName[]; // the keys of the table
  const settings = names.flatMap((option): Setting[] => {
    const { path } = SETTING_OPTIONS[option];
    const value = values[option];
    return value === undefined ? [] : [{ path, value, option }];
  });
  return [...settings, ...parts];
}

/** @throws {SproutError} `option-invalid` for a table of subsets beside another way to split. */
function checkOneSplit({ split, validation, validationBy, groupBy }: SettingValues): void {
  const other = Object.entries({ validation, validationBy, groupBy }).find(
    ([, value]) => value !== undefined,
  );
  if (split === undefined || other === undefined) return;
  const [option, value] = other;
  const rule = 'left out where the option split divides the images';
  throw new SproutError('option-invalid', { option, value: String(value), rule });
}

/** Below 1, a share of each class; otherwise a number of images of each class. */
export function shareOf(
  validation: number,
): { readonly fraction: number } | { readonly perClass: number } {
  return validation < 1 ? { fraction: validation } : { perClass: validation };
}

const KINDS = { recipe: 'recipe', augment: 'augmentation' } as const;

/**
 * The ops in a file, which holds a list of ops, or a configuration with a section of that name.
 *
 * @throws {SproutError} `config-invalid` for a file without such a list, and for ops that are not valid.
 */
export async function readOps(file: string, section: 'recipe' | 'augment'): Promise<unknown> {
  const kind = KINDS[section];
  const ops = await opsIn(file, section);
  try {
    (section === 'recipe' ? parseRecipe : parseAugmentation)(ops);
    return ops;
  } catch (cause) {
    if (!isSproutError(cause)) throw cause;
    throw new SproutError(
      'config-invalid',
      { source: file, kind, reason: cause.message },
      { cause },
    );
  }
}

async function opsIn(file: string, section: 'recipe' | 'augment'): Promise<readonly unknown[]> {
  const kind = KINDS[section];
  const content = await loadConfig(file, kind);
  const ops: unknown = Array.isArray(content) ? content : Object(content)[section];
  if (Array.isArray(ops)) return ops;
  const reason =
    presetOf(file) === undefined
      ? `it must hold a list of ops, or a configuration with such a list in the section ${section}`
      : `it has no section ${section}`;
  throw new SproutError('config-invalid', { source: file, kind, reason });
}
