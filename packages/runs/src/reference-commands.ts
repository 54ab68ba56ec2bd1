// The reference of recipes, augmentations and configurations, as data. Each function loads the schemas when it is called.
import type { ConfigPart } from './reference/config-reference.ts';
import type { ModelReference } from './reference/model-reference.ts';
import type { OpReference } from './reference/ops.ts';

/** All ops with their fields, those of recipes first. */
export async function ops(): Promise<OpReference[]> {
  return (await import('./reference/ops.ts')).ops();
}

/** One op with its fields. @throws {SproutError} `name-unknown`, with the nearest name. */
export async function op(name: string): Promise<OpReference> {
  return (await import('./reference/ops.ts')).op(name);
}

/** One model with its parameters and its defaults: a name from `models()`, `file` or `auto`. @throws {SproutError} `name-unknown` */
export async function modelReference(name: string): Promise<ModelReference> {
  return (await import('./reference/model-reference.ts')).modelReference(name);
}

/** The fields of a configuration file, part by part, without those of ops and models. */
export async function configReference(): Promise<ConfigPart[]> {
  return (await import('./reference/config-reference.ts')).configReference();
}
