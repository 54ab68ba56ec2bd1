import { SproutError } from '@sprout/core';
import type { BaseEntry } from './base-entry.ts';
import { efficientnetB0, efficientnetLite0 } from './efficientnet.ts';
import { mobilenetV1 } from './mobilenet-v1.ts';
import { mobilenetV2 } from './mobilenet-v2.ts';
import { resnet50 } from './resnet50.ts';
import { squeezenet10, squeezenet11 } from './squeezenet.ts';
import { vgg16 } from './vgg16.ts';

const entries = [
  efficientnetLite0,
  mobilenetV1,
  mobilenetV2,
  squeezenet10,
  squeezenet11,
  efficientnetB0,
  resnet50,
  vgg16,
] as const;

/** The name of a network with released weights. */
export type BaseName = (typeof entries)[number]['name'];

/** The networks with released weights, by name. */
export const BASES: ReadonlyMap<BaseName, BaseEntry<BaseName>> = new Map(
  entries.map((entry) => [entry.name, entry]),
);

/** @throws {SproutError} `name-unknown`, with the nearest name. */
export function baseEntry(name: string): BaseEntry<BaseName> {
  if (!isBaseName(name)) {
    throw new SproutError('name-unknown', { kind: 'base', name, known: [...BASES.keys()] });
  }
  return BASES.get(name)!; // each name has an entry
}

/** Whether a name is that of a network with released weights. */
export function isBaseName(name: string): name is BaseName {
  return entries.some((entry) => entry.name === name);
}
