import { isSproutError, SproutError } from '@sprout/core';
import {
  BASES,
  baseEntry,
  createBase,
  findRelease,
  KNOWN_FILES,
  type NamedTensor,
} from '@sprout/train';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Context } from '../event/run-context.ts';
import { getWeights } from '../transfer/get-weights.ts';
import { readWeightsFile } from '../transfer/read-weights-file.ts';
import { type ModelSection, transferOf } from '../transfer/transfer-of.ts';
import { type Candidate, frozenBase } from './candidate.ts';

/** Small bases that are accurate for their size: their weights are downloaded if none are given. */
const DOWNLOADED: readonly string[] = ['efficientnet-b0', 'mobilenet-v2'];

/**
 * A candidate for each base whose weights are available: those in the given file or folder; without one, those of small bases
 * whose address is known.
 *
 * @throws {SproutError} `file-missing`; `weights-unfit` for a file that fits no base.
 */
export async function findBases(
  weights: string | undefined,
  context: Context,
): Promise<readonly Candidate[]> {
  if (weights === undefined) return await downloaded(context);
  const found = await stat(weights).catch((cause: unknown) => {
    throw new SproutError('file-missing', { file: weights }, { cause });
  });
  if (!found.isDirectory()) return [await baseOf(weights)];
  const names = await readdir(weights, { recursive: true });
  const candidates: Candidate[] = [];
  for (const name of names.toSorted()) {
    const candidate = await baseOf(join(weights, name)).catch(unlessSprout);
    const isNew = candidates.every((other) => other.name !== candidate?.name);
    if (candidate !== undefined && isNew) candidates.push(candidate);
  }
  return candidates;
}

async function downloaded(context: Context): Promise<readonly Candidate[]> {
  const candidates: Candidate[] = [];
  for (const name of DOWNLOADED.filter((base) =>
    KNOWN_FILES.some((known) => known.base === base),
  )) {
    try {
      await getWeights(transferOf({ name })!, context); // a base
      candidates.push(frozenBase({ name }));
    } catch (error) {
      context.signal.throwIfAborted();
      if (!isSproutError(error)) throw error;
      context.emit({ type: 'candidate-left-out', candidate: name, reason: error.message });
    }
  }
  return candidates;
}

/** @throws {SproutError} `weights-unfit`, `file-invalid`. */
async function baseOf(file: string): Promise<Candidate> {
  const { content } = await readWeightsFile(file);
  const model = [...BASES.keys()]
    .flatMap(variantsOf)
    .find((section) => fits(section, content.tensors));
  if (model !== undefined) return frozenBase({ ...model, weights: file });
  const faults = `no network has these weights (${[...BASES.keys()].join(', ')})`;
  throw new SproutError('weights-unfit', { weights: `The weights in ${file}`, faults });
}

/** The sections of a base, one for each width whose weights are released. */
function variantsOf(name: string): ModelSection[] {
  const widths = KNOWN_FILES.flatMap(({ base, alpha }) =>
    base === name && alpha !== undefined ? [alpha] : [],
  );
  if (widths.length === 0) return [{ name }];
  return [...new Set(widths)].map((alpha) => ({ name, alpha }));
}

function fits(section: ModelSection, tensors: readonly NamedTensor[]): boolean {
  const { base, parameters } = transferOf(section)!; // a base
  const { name, size } = baseEntry(base);
  const outline = createBase(name, { height: size, width: size, parameters });
  try {
    findRelease(tensors, { base, outline, parameters });
    return true;
  } catch (error) {
    return unlessSprout(error) ?? false;
  }
}

/** @throws An error that is not one of Sprout's. */
function unlessSprout(error: unknown): undefined {
  if (!isSproutError(error)) throw error;
}
