// The functions that resolve configurations. Each function loads zod and the libraries that check ops and models when it is
// called.
import type { ConfigOptions, ImageOptions, TrainingOptions } from './config/config-options.ts';
import type { Config } from './config/config-schema.ts';
import type { ResolveFeaturesOptions } from './config/resolve-features.ts';
import type { ResolvedTraining } from './config/resolve-training.ts';
import type { RunContext } from './event/run-context.ts';
import type { ResumeOptions } from './run/resolve-resume.ts';

/**
 * The configuration that `train` uses for these options, with every field set.
 *
 * @throws {SproutError} `config-invalid`, `recipe-invalid`, `name-unknown`, `file-missing`; `option-invalid` if no folder is given
 */
export async function resolveTrain(
  options: TrainingOptions,
  context?: RunContext,
): Promise<ResolvedTraining> {
  return (await import('./config/resolve-train.ts')).resolveTrain(options, context);
}

/** The configuration that `resume` uses. @throws {SproutError} `run-incompatible`, `file-missing`, `file-invalid` */
export async function resolveResume(options: ResumeOptions): Promise<ResolvedTraining> {
  return (await import('./run/resolve-resume.ts')).resolveResume(options);
}

/** The configuration that `features` uses. @throws {SproutError} as `resolveTrain` */
export async function resolveFeatures(
  options: ResolveFeaturesOptions,
  context?: RunContext,
): Promise<ResolvedTraining> {
  return (await import('./config/resolve-features.ts')).resolveFeatures(options, context);
}

/** The configuration that `prepare` and `preview` use. @throws {SproutError} as `resolveTrain` */
export async function resolveImages(
  options: ImageOptions & { readonly folder: string },
): Promise<ResolvedTraining> {
  return (await import('./config/resolve-images.ts')).resolveImages(options);
}

/** The configuration that `evaluate` and `predict` use. @throws {SproutError} `config-invalid`, `file-missing` */
export async function resolveConfig(
  options: ConfigOptions & { readonly folder?: string | undefined },
): Promise<Config> {
  return (await import('./config/read-config.ts')).readConfig(options);
}

/** A configuration as the YAML text of a configuration file. */
export async function configText(config: object): Promise<string> {
  const { stringify } = await import('yaml');
  return stringify(JSON.parse(JSON.stringify(config)));
}

/** The JSON schema (draft 7) of configuration files, for editors: it has every op and every model with its fields. */
export async function configJsonSchema(): Promise<object> {
  return (await import('./reference/config-file-schema.ts')).configFileSchema();
}
