import { SETTING_OPTIONS, type SettingName } from '../options/setting-options.ts';
import type { ConfigOptions, TrainingOptions } from './config-options.ts';
import { loadConfig } from './load-config.ts';

/** One field of the configuration that an option sets. */
export interface Setting {
  readonly path: readonly string[];
  readonly value: unknown;
  /** The option, where it is one of the table. */
  readonly option?: SettingName;
}

type SettingValues = { readonly [Name in SettingName]?: TrainingOptions[Name] };

/**
 * The fields of the configuration that options set; an option that is left out sets none.
 *
 * @throws {SproutError} `file-missing`, `config-invalid` for a file of ops.
 */
export async function settingsOf(options: SettingValues & ConfigOptions): Promise<Setting[]> {
  const { validation, recipe, augment } = options;
  const values: Partial<Readonly<Record<SettingName, unknown>>> = {
    ...options,
    validation: validation === undefined ? undefined : shareOf(validation),
    recipe: typeof recipe === 'string' ? await readOps(recipe, 'recipe') : recipe,
    augment:
      augment === false
        ? []
        : typeof augment === 'string'
          ? await readOps(augment, 'augment')
          : augment,
  };
  const names = Object.keys(SETTING_OPTIONS) as SettingName[]; // its own keys
  return names.flatMap((option): Setting[] => {
    const { path } = SETTING_OPTIONS[option];
    const value = values[option];
    return value === undefined ? [] : [{ path, value, option }];
  });
}

/** A share of each class where it is below 1, a number of images of each class otherwise. */
export function shareOf(
  validation: number,
): { readonly fraction: number } | { readonly perClass: number } {
  return validation < 1 ? { fraction: validation } : { perClass: validation };
}

/** The ops in a file: a list of them, or a configuration's section of that name. */
async function readOps(file: string, section: 'recipe' | 'augment'): Promise<unknown> {
  const content = await loadConfig(file);
  if (Array.isArray(content) || typeof content !== 'object' || content === null) return content;
  return section in content ? (content as Record<string, unknown>)[section] : content; // an object, as was just checked
}
