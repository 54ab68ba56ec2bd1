import { rename } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { type Environment, isSproutError } from '@sprout/core';
import { agrees, HASH_NAMES, isWhole } from '../file-hash.ts';
import { answeredFile, Changed } from './answered-file.ts';
import { digestsOf, type FileDigests } from './digests-of.ts';
import { follow, ForbiddenRedirect } from './follow.ts';
import { isPassing } from './interrupted.ts';
import { type PartialFile, partialFile } from './partial-file.ts';
import { type DownloadProgress, receive } from './receive.ts';
import { failed, refused, type WantedFile } from './wanted-file.ts';

/** Attempts in a row that receive nothing. */
const MOST_IDLE_ATTEMPTS = 3;
const MOST_ATTEMPTS = 20;
/** A file of unknown size may have as many bytes: no released network is as large. */
const LIMIT = 8 * 2 ** 30;

export interface DownloadOptions {
  readonly environment: Environment;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: DownloadProgress) => void) | undefined;
  /** Is told why an attempt broke off before the next one. */
  readonly onRetry?: ((reason: string) => void) | undefined;
  /** The longest wait for the next bytes, in milliseconds; 20,000 by default. */
  readonly stallMs?: number | undefined;
  /** The wait before the second attempt, in milliseconds, doubled for each further one; 1000 by default. */
  readonly retryMs?: number | undefined;
  /** Certificates of authorities to trust instead of those that Node trusts, as PEM. */
  readonly authorities?: string | undefined;
}

/**
 * Downloads a file. It gets its name when it is complete, and its size and its hash have been checked. A download that breaks off
 * is continued where the server allows it, in this call and in a later one: until then the bytes are in a hidden file beside it.
 *
 * @returns What was received.
 * @throws {SproutError} `download-failed`, `download-refused`, `file-unwritable`; the reason of the signal.
 */
export async function download(wanted: WantedFile, options: DownloadOptions): Promise<FileDigests> {
  const partial = partialFile(join(dirname(wanted.path), `.${basename(wanted.path)}.partial`));
  await receiveAll(wanted, partial, options);
  const digests = await digestsOf(partial.path, options.signal);
  const fault = faultOf(wanted, digests);
  if (fault !== undefined) {
    await partial.remove();
    throw refused(wanted, fault);
  }
  await rename(partial.path, wanted.path);
  await partial.remove();
  return digests;
}

/** Why a file is not the wanted one. `undefined` for the wanted one, or one of which nothing is known. */
export function faultOf(
  { bytes, hash }: Pick<WantedFile, 'bytes' | 'hash'>,
  digests: FileDigests,
): string | undefined {
  if (bytes !== undefined && digests.bytes !== bytes)
    return `it has ${digests.bytes} bytes, not ${bytes}`;
  if (hash === undefined || agrees(hash, digests[hash.kind])) return undefined;
  const expected = isWhole(hash) ? hash.digits : `one that begins with ${hash.digits}`;
  return `its ${HASH_NAMES[hash.kind]} is ${digests[hash.kind]}, not ${expected}`;
}

/** Receives the file, in as many attempts as it takes and the limits allow. */
async function receiveAll(
  wanted: WantedFile,
  partial: PartialFile,
  options: DownloadOptions,
): Promise<void> {
  const { signal, retryMs = 1000 } = options;
  const address = wanted.address.href;
  let idle = 0;
  for (let attempt = 1; ; attempt++) {
    const before = (await partial.resumable(address))?.bytes ?? 0;
    try {
      await receiveOnce(wanted, partial, options);
      return;
    } catch (error) {
      signal?.throwIfAborted();
      if (error instanceof Changed || isSproutError(error, 'download-refused'))
        await partial.remove();
      if (isSproutError(error)) throw error;
      if (error instanceof ForbiddenRedirect) throw refused(wanted, error.message);
      const kept = (await partial.resumable(address))?.bytes ?? 0;
      if (kept === 0) await partial.remove();
      idle = kept > before ? 0 : idle + 1;
      const isLast = idle >= MOST_IDLE_ATTEMPTS || attempt >= MOST_ATTEMPTS || !isPassing(error);
      if (isLast) throw failed(wanted, { reason: reasonOf(error), kept, cause: error });
      options.onRetry?.(reasonOf(error));
      await setTimeout(retryMs * 2 ** idle, undefined, { signal });
    }
  }
}

async function receiveOnce(
  wanted: WantedFile,
  partial: PartialFile,
  { stallMs = 20_000, ...options }: DownloadOptions,
): Promise<void> {
  const asked = await partial.resumable(wanted.address.href);
  const range =
    asked === undefined ? {} : { range: `bytes=${asked.bytes}-`, 'if-range': asked.validator };
  const headers = { 'accept-encoding': 'identity', 'user-agent': 'sprout', ...range };
  const answer = await follow(wanted.address, { ...options, headers, stallMs });
  try {
    const { start, total, validator } = answeredFile(answer, wanted, asked);
    if (start === 0) await partial.begin({ address: wanted.address.href, validator });
    const limit = total ?? wanted.bytes ?? LIMIT;
    const { onProgress } = options;
    const received = await receive(answer, partial.path, {
      total,
      start,
      limit,
      stallMs,
      onProgress,
    });
    if (received > limit) throw refused(wanted, `the server sends more than ${limit} bytes`);
  } finally {
    answer.destroy();
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code } = error as NodeJS.ErrnoException; // any error of the network
  if (error.message !== '') return REASONS.get(code ?? '') ?? error.message;
  return code ?? error.name; // all addresses of a host failed
}

const REASONS = new Map([
  ['ENOTFOUND', 'the name of the server is not known; is there a network?'],
  ['EAI_AGAIN', 'the name of the server cannot be looked up; is there a network?'],
  ['ENETUNREACH', 'the network cannot be reached'],
]);
