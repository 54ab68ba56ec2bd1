import { SproutError } from '@sprout/core';

/** What is known about the hash of a file. */
export interface FileHash {
  readonly kind: 'md5' | 'sha256';
  /** Lower-case hexadecimal digits: all of an MD5, all or the first eight or more of a SHA-256. */
  readonly digits: string;
}

/** The names of the kinds of hashes, for messages. */
export const HASH_NAMES = { md5: 'MD5', sha256: 'SHA-256' } as const;

/** The least and the largest number of digits of a hash. */
const LENGTHS = { md5: [32, 32], sha256: [8, 64] } as const;

/** Whether all digits of the hash are known. */
export function isWhole({ kind, digits }: FileHash): boolean {
  return digits.length === LENGTHS[kind][1];
}

/** Whether a complete digest in hexadecimal digits agrees with the known hash. */
export function agrees({ digits }: FileHash, digest: string): boolean {
  return digest.startsWith(digits);
}

/**
 * The hash that a URL states in its fragment: `#sha256=...`, whole or the first eight digits or more, or `#md5=...`.
 *
 * @returns `undefined` for a URL without a fragment.
 * @throws {SproutError} `option-invalid` for any other fragment.
 */
export function hashInFragment({ hash: fragment }: URL): FileHash | undefined {
  if (fragment === '' || fragment === '#') return undefined;
  const [, kind, digits = ''] = /^#(md5|sha256)=([0-9a-f]+)$/i.exec(fragment) ?? [];
  const name = kind?.toLowerCase();
  if (name === 'md5' || name === 'sha256') {
    const [least, most] = LENGTHS[name];
    if (digits.length >= least && digits.length <= most)
      return { kind: name, digits: digits.toLowerCase() };
  }
  throw new SproutError('option-invalid', {
    option: 'The part after # of a URL of weights',
    value: fragment,
    rule: '#sha256= with 8 to 64 hexadecimal digits, or #md5= with 32',
  });
}
