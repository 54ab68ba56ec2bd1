import type { Setting } from '../config/read-config.ts';

/** Options that set fields of the configuration. */
export interface ConfigOptions {
  readonly seed?: number | undefined;
  readonly workers?: number | undefined;
  readonly batchSize?: number | undefined;
  readonly engine?: string | undefined;
  readonly onBad?: string | undefined;
  readonly model?: string | undefined;
  readonly epochs?: number | undefined;
  readonly validation?: number | undefined;
  readonly validationBy?: string | undefined;
  readonly groupBy?: string | undefined;
  readonly augment?: boolean | string | undefined;
  readonly cache?: boolean | undefined;
}

/** What the options say about the configuration; what was not given says nothing. */
export function configSettings(folder: string | undefined, options: ConfigOptions): Setting[] {
  const { validation } = options;
  const share =
    validation !== undefined && validation < 1
      ? { fraction: validation }
      : { perClass: validation };
  return [
    { path: ['data', 'folder'], value: folder },
    { path: ['data', 'validation'], value: validation === undefined ? undefined : share },
    { path: ['data', 'validationBy'], value: options.validationBy },
    { path: ['data', 'groupBy'], value: options.groupBy },
    { path: ['data', 'onBad'], value: options.onBad },
    { path: ['data', 'cache'], value: options.cache === false ? false : undefined },
    { path: ['augment'], value: options.augment === false ? [] : undefined },
    { path: ['model', 'name'], value: options.model },
    { path: ['train', 'epochs'], value: options.epochs },
    { path: ['train', 'batchSize'], value: options.batchSize },
    { path: ['train', 'seed'], value: options.seed },
    { path: ['engine'], value: options.engine },
    { path: ['workers'], value: options.workers },
  ];
}
