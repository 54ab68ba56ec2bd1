import { KNOWN_FILES, releasedFile, weightsFile } from '@sprout/train';
import { resolve } from 'node:path';
import type { Context } from '../event/run-context.ts';
import { followDownload } from './follow-download.ts';
import type { Transfer } from './transfer-of.ts';
import { weightsFor } from './weights-for.ts';

type Weights = NonNullable<Transfer['weights']>;

/**
 * The weights of a base as a file on this disk: those of the configuration, downloaded if it gives a URL; without them, the
 * released file whose address is known.
 *
 * @throws {SproutError} `option-invalid` if no weights are given and no address is known; as `weightsFile` and `releasedFile`.
 */
export async function getWeights(transfer: Transfer, context: Context): Promise<Weights> {
  const { base, weights, parameters } = transfer;
  if (weights !== undefined) return await fileOf(weights, context);
  if (!KNOWN_FILES.some((known) => known.base === base)) return weightsFor(transfer);
  const { alpha } = parameters;
  const width = typeof alpha === 'number' ? { alpha } : {};
  const { path, known, checked, downloaded } = await followDownload(context, (options) =>
    releasedFile(base, { ...width, ...options }),
  );
  const { address, licence, source } = known;
  context.emit({ type: 'weights-found', file: path, downloaded, checked, licence, source });
  return { file: path, address, licence, source };
}

async function fileOf(weights: Weights, context: Context): Promise<Weights> {
  const found = await followDownload(context, (options) => weightsFile(weights.file, options));
  if (found.fetched === undefined) return { ...weights, file: resolve(weights.file) };
  const { path, checked } = found;
  const { downloaded } = found.fetched;
  context.emit({ type: 'weights-found', file: path, downloaded, checked });
  return { ...weights, file: path, address: weights.file };
}
