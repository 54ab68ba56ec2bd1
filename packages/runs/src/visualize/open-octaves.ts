import { checkWhole, type GradientSource, SproutError } from '@sprout/core';
import {
  atSize,
  type EngineGradientSource,
  type ModelDefinition,
  openGradientSourceThread,
  type RequestedEngine,
} from '@sprout/train';
import type { ImageSize } from '../config/config-options.ts';
import { LIMITS } from '../options/limits.ts';

export interface OpenOctavesOptions {
  readonly octaves: number;
  readonly octaveScale: number;
  /** The layer whose output is needed; with several octaves the model is cut behind it. */
  readonly last: string;
  readonly engine: RequestedEngine;
  readonly signal: AbortSignal;
}

/** One model at rising sizes of its images. */
export interface Octaves extends AsyncDisposable {
  readonly sources: readonly GradientSource[];
}

/** A network has no output for smaller images. */
const SMALLEST = 16;

/**
 * Opens a model at rising sizes, the last of which is its own.
 *
 * @throws {SproutError} `option-invalid` for octaves whose images are too small; `model-unsupported` for a model of a fixed size, or
 *   without gradients on the engine; `engine-unavailable`.
 */
export async function openOctaves(
  definition: ModelDefinition,
  { octaves, octaveScale, last, engine, signal }: OpenOctavesOptions,
): Promise<Octaves> {
  const { input } = definition;
  const smaller = octaveSizes(input, { octaves, octaveScale })
    .slice(0, -1)
    .map((size) => atSize(definition, { ...size, last }));
  const sources: EngineGradientSource[] = [];
  const close = async () => {
    await Promise.all(sources.map((source) => source[Symbol.asyncDispose]()));
  };
  try {
    for (const one of [...smaller, definition])
      sources.push(await openGradientSourceThread(one, { engine, signal }));
  } catch (error) {
    await close();
    throw error;
  }
  return { sources, [Symbol.asyncDispose]: close };
}

/**
 * The sizes of the images of octaves, from small to large.
 *
 * @throws {SproutError} `option-invalid`
 */
export function octaveSizes(
  { height, width }: ImageSize,
  { octaves, octaveScale }: Pick<OpenOctavesOptions, 'octaves' | 'octaveScale'>,
): ImageSize[] {
  checkWhole('octaves', octaves, LIMITS.octaves);
  if (!(octaveScale > 1 && octaveScale <= 4)) {
    const rule = 'a number above 1 and at most 4';
    throw new SproutError('option-invalid', {
      option: 'octaveScale',
      value: String(octaveScale),
      rule,
    });
  }
  const sizes = Array.from({ length: octaves }, (_, at) => {
    const factor = octaveScale ** (octaves - 1 - at);
    return { height: Math.round(height / factor), width: Math.round(width / factor) };
  });
  const [first] = sizes;
  if (octaves > 1 && Math.min(first!.height, first!.width) < SMALLEST) {
    const rule = `so few that the smallest image, here ${first!.height} x ${first!.width}, has at least ${SMALLEST} x ${SMALLEST} pixels`;
    throw new SproutError('option-invalid', { option: 'octaves', value: String(octaves), rule });
  }
  return sizes;
}
