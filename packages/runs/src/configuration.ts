// The functions that resolve configurations. Each loads zod, and the libraries that check ops and models, when it is called.
import type { ConfigOptions, ImageOptions, TrainingOptions } from './config/config-options.ts';
import type { Config } from './config/config-schema.ts';
import type { ResolvedTraining } from './config/resolve-training.ts';
import type { ResumeOptions } from './run/resolve-resume.ts';

/**
 * The configuration that `train` uses for these options, with every field filled in.
 *
 * @throws {SproutError} `config-invalid`, `recipe-invalid`, `name-unknown`, `file-missing`; `option-invalid` without a folder
 */
export async function resolveTrain(options: TrainingOptions): Promise<ResolvedTraining> {
  return (await import('./config/resolve-train.ts')).resolveTrain(options);
}

/** The configuration that `resume` uses. @throws {SproutError} `run-incompatible`, `file-missing`, `file-invalid` */
export async function resolveResume(options: ResumeOptions): Promise<ResolvedTraining> {
  return (await import('./run/resolve-resume.ts')).resolveResume(options);
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

/** A configuration as YAML that a configuration file may hold. */
export async function configText(config: object): Promise<string> {
  return (await import('./config/config-text.ts')).configText(config);
}

/** The JSON schema of configuration files, for editors. */
export async function configJsonSchema(): Promise<object> {
  return (await import('./config/config-json-schema.ts')).configJsonSchema();
}
