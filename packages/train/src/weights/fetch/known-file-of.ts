import { SproutError } from '@sprout/core';
import type { KnownFile } from './known-file.ts';
import { KNOWN_FILES } from './known-files.ts';

export interface KnownFileOptions {
  /** Whether the classifier of the release is needed; not by default. */
  readonly top?: boolean | undefined;
  /** The library that released the file; the preferred one by default. */
  readonly library?: string | undefined;
  /** The width of a MobileNet, 1 by default. */
  readonly alpha?: number | undefined;
  /** The height and width of the images. The file trained on that size is chosen, or else the one trained on 224. */
  readonly size?: number | undefined;
}

/**
 * The file with the weights of a base. A file with the classifier serves a base without it, if there is no other.
 *
 * @throws {SproutError} `name-unknown` for the base or the library, `option-invalid` for a width that is not released.
 */
export function knownFileOf(base: string, options: KnownFileOptions = {}): KnownFile {
  const { top = false, alpha = 1, size = 224 } = options;
  const all = KNOWN_FILES.filter((known) => known.base === base);
  if (all.length === 0) throw unknown('base with known files', base, unique(KNOWN_FILES, 'base'));
  const library = options.library ?? all[0]!.library; // there is one
  const released = all.filter((known) => known.library === library);
  if (released.length === 0)
    throw unknown(`library with known files of ${base}`, library, unique(all, 'library'));
  const wide = released.filter((known) => known.alpha === undefined || known.alpha === alpha);
  if (wide.length === 0) throw unknownWidth(base, alpha, released);
  const sized = [size, 224].flatMap((side) =>
    wide.filter((known) => known.size === undefined || known.size === side),
  );
  return (sized.find((known) => known.top === top) ?? sized.find((known) => known.top))!; // every base has a file with its top
}

function unique(files: readonly KnownFile[], field: 'base' | 'library'): string[] {
  return [...new Set(files.map((known) => known[field]))];
}

function unknown(kind: string, name: string, known: readonly string[]): SproutError {
  return new SproutError('name-unknown', { kind, name, known });
}

function unknownWidth(base: string, alpha: number, released: readonly KnownFile[]): SproutError {
  const widths = [...new Set(released.map((known) => known.alpha ?? 1))].sort((a, b) => a - b);
  return new SproutError('option-invalid', {
    option: `alpha of ${base}`,
    value: String(alpha),
    rule: `one of ${widths.join(', ')}, whose weights are released`,
  });
}
