import { SproutError } from '@sprout/core';
import { createRequire } from 'node:module';

const PACKAGES = ['@tensorflow/tfjs-node-gpu', '@tensorflow/tfjs-node'] as const;

/** The part of tfjs' native packages that is used here. */
interface TensorflowPackage {
  readonly version: Readonly<Record<string, string>>;
  backend(): {
    readonly isUsingGpuDevice?: boolean;
    readonly binding?: { readonly TF_Version?: string };
  };
}

export interface TensorflowFacts {
  readonly package: (typeof PACKAGES)[number];
  /** The version of TensorFlow's C library. */
  readonly version: string;
  /** Whether a GPU is in use. */
  readonly gpu: boolean;
}

let facts: TensorflowFacts | undefined;

/**
 * Loads tfjs-node, the GPU package or else the CPU package, once for each thread. It registers the backend `tensorflow` and
 * makes it the active backend.
 *
 * @throws {SproutError} `engine-unavailable` with the reasons.
 */
export async function startTensorflow(): Promise<TensorflowFacts> {
  const reasons: string[] = [];
  for (const name of PACKAGES) {
    if (facts !== undefined) return facts;
    try {
      facts = load(name);
    } catch (error) {
      reasons.push(`${name}: ${firstLine(error)}`);
    }
  }
  if (facts !== undefined) return facts;
  throw new SproutError('engine-unavailable', { engine: 'tensorflow', reason: reasons.join('; ') });
}

function load(name: TensorflowFacts['package']): TensorflowFacts {
  const require = createRequire(import.meta.url);
  const util: { isNullOrUndefined?: (value: unknown) => boolean } = require('node:util');
  util.isNullOrUndefined ??= (value) => value === null || value === undefined; // Node 23 dropped it; tfjs-node 4.22.0 calls it
  const tensorflow = require(name) as TensorflowPackage; // the packages have these members
  const { isUsingGpuDevice = false, binding } = tensorflow.backend();
  const version = binding?.TF_Version ?? tensorflow.version['tfjs'] ?? 'unknown';
  return { package: name, version, gpu: isUsingGpuDevice };
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
}
