import { SproutError } from '@sprout/core';
import type { BaseEntry } from './base-entry.ts';
import { efficientnetB0, efficientnetLite0 } from './efficientnet.ts';
import { mobilenetV1 } from './mobilenet-v1.ts';
import { mobilenetV2 } from './mobilenet-v2.ts';
import { resnet50 } from './resnet50.ts';
import { squeezenet10, squeezenet11 } from './squeezenet.ts';
import { vgg16 } from './vgg16.ts';

/** The networks with released weights, by name. */
export const BASES: ReadonlyMap<string, BaseEntry> = new Map(
  [
    efficientnetLite0,
    mobilenetV1,
    mobilenetV2,
    squeezenet10,
    squeezenet11,
    efficientnetB0,
    resnet50,
    vgg16,
  ].map((entry) => [entry.name, entry]),
);

/** @throws {SproutError} `name-unknown`, with the nearest name. */
export function baseEntry(name: string): BaseEntry {
  const entry = BASES.get(name);
  if (entry === undefined) {
    throw new SproutError('name-unknown', { kind: 'base', name, known: [...BASES.keys()] });
  }
  return entry;
}
