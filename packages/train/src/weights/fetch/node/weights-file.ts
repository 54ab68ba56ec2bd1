import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { SproutError } from '@sprout/core';
import { HASH_NAMES, hashInFragment } from '../file-hash.ts';
import { type CachedFile, cachedFile } from './cached-file.ts';
import { weightsFolder } from './weights-folder.ts';
import { environmentOf, type FetchOptions } from './fetch-options.ts';

/** A file of weights that a user named. */
export interface WeightsFile {
  readonly path: string;
  /** The file as it was downloaded; `undefined` for a path, which is used as it is. */
  readonly fetched?: CachedFile;
  /** What was compared, as a sentence. */
  readonly checked: string;
}

/**
 * The file of weights at a path or a URL. A URL is downloaded into the cache once; a hash in its fragment, `#sha256=...`, is
 * compared. A path is used as it is.
 *
 * @throws {SproutError} `file-missing`; `option-invalid` for a URL that is neither http nor https, or has another fragment; those
 *   of a download; the reason of the signal.
 */
export async function weightsFile(place: string, options: FetchOptions = {}): Promise<WeightsFile> {
  if (!/^[a-z][a-z\d+.-]+:\/\//i.test(place)) return await localFile(place);
  const address = urlOf(place);
  const hash = hashInFragment(address);
  address.hash = '';
  const environment = environmentOf(options);
  const name = nameIn(address);
  const path = join(weightsFolder(environment), folderOf(address), name);
  const instead = `get it by other means and give its path instead of the URL, or save it as ${path}`;
  const wanted = { address, path, name, hash, instead };
  const fetched = await cachedFile(wanted, { ...options, environment });
  const checked =
    hash === undefined
      ? `The hash of ${name} was not compared, because the URL states none; its SHA-256 is ${fetched.sha256}`
      : `The ${HASH_NAMES[hash.kind]} of ${name} is the one that the URL states`;
  return { path, fetched, checked };
}

async function localFile(path: string): Promise<WeightsFile> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) throw new SproutError('file-missing', { file: path });
  return { path, checked: `The hash of ${path} was not compared` };
}

function urlOf(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url !== undefined && /^https?:$/.test(url.protocol)) return url;
  const rule = 'the path of a file, or an https:// or http:// URL';
  throw new SproutError('option-invalid', { option: 'weights', value: text, rule });
}

/** A folder for each address, so that two files with the same name are kept apart. */
function folderOf({ href }: URL): string {
  return createHash('sha256').update(href).digest('hex').slice(0, 12);
}

/** The last part of the address, as a file name on every system. Its end tells the format of the weights. */
function nameIn({ pathname }: URL): string {
  const last = pathname.split('/').findLast((part) => part !== '') ?? '';
  const name = last.replaceAll(/%[\da-f]{2}|[^\w.+-]/gi, '_').replace(/^\.+/, '');
  return name.slice(-100) || 'weights';
}
