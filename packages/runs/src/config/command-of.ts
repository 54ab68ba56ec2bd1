import { SETTING_OPTIONS, type SettingOption } from '../options/setting-options.ts';
import type { TrainingOptions } from './config-options.ts';
import { type Setting, settingsOf } from './settings-of.ts';

export interface CommandOptions extends TrainingOptions {
  readonly runs?: string | undefined;
  readonly name?: string | undefined;
  readonly findLr?: boolean | undefined;
}

/**
 * The command line, without `sprout`, that starts the same training as these options. The record of a run holds it if the caller
 * gives none. Settings without an option on the command line become `--set`, with their value as JSON.
 */
export async function commandOf(options: CommandOptions): Promise<string[]> {
  const { folder, config = {}, set = [], size, fit, runs, name, findLr } = options;
  const { train, validation, ...others } = options;
  const isDivided = typeof validation === 'string';
  const own = isDivided ? others : options;
  const settings = await settingsOf({ ...own, folder: undefined });
  const file = typeof config === 'string' ? ['--config', config] : [];
  const sections = typeof config === 'string' ? [] : Object.entries(config);
  return [
    'train',
    ...(folder === undefined ? [] : [folder]),
    ...(train === undefined ? [] : ['--train', train]),
    ...(isDivided ? ['--validation', validation] : []),
    ...file,
    ...sections.flatMap(([section, value]) => setWords([section], value)),
    ...set.flatMap((text) => ['--set', text]),
    ...settings.flatMap((setting) => settingWords(setting, options)),
    ...(size === undefined ? [] : ['--size', `${size.height}x${size.width}`]),
    ...(fit === undefined ? [] : ['--fit', fit]),
    ...(findLr === true ? ['--find-lr'] : []),
    ...(runs === undefined ? [] : ['--runs', runs]),
    ...(name === undefined ? [] : ['--name', name]),
  ];
}

function settingWords({ path, value, option }: Setting, options: CommandOptions): string[] {
  const { flag = '' }: Partial<SettingOption> = option === undefined ? {} : SETTING_OPTIONS[option];
  const [word = ''] = flag.split(' ');
  const given = option === undefined ? undefined : options[option];
  if (word === '' || typeof given === 'object') return setWords(path, value);
  if (word.startsWith('--no-')) return isOff(value) ? [word] : setWords(path, value);
  return [word, String(given)];
}

function isOff(value: unknown): boolean {
  return value === false || (Array.isArray(value) && value.length === 0);
}

function setWords(path: readonly string[], value: unknown): string[] {
  return ['--set', `${path.join('.')}=${JSON.stringify(value)}`];
}
