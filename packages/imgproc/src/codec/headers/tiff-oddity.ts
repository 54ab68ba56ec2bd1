import { nextDirectoryPointer, tiffEntries } from './tiff-entries.ts';

const FIRST_PRIVATE = 32_768;
/** SGI, copyright, IPTC, Photoshop, EXIF, ICC, GPS, Photoshop layers: tags that most programs write or know. */
const WELL_KNOWN = [
  32_995, 32_996, 32_997, 32_998, 33_432, 33_723, 34_377, 34_665, 34_675, 34_853, 37_724,
];
const MOST_NAMED = 5;

/**
 * The properties of a TIFF file that are unusual and do not change the pixels of its first page, in words: private tags, such
 * as those of GeoTIFF, and further pages. `undefined` if there are none.
 *
 * @throws {RangeError} where the file ends within its directory.
 */
export function tiffOddity(bytes: Uint8Array): string | undefined {
  const tags = Array.from(tiffEntries(bytes), ({ tag }) => tag);
  const texts = [...privateTags(tags), ...furtherPages(bytes)];
  return texts.length === 0 ? undefined : texts.join('; ');
}

function privateTags(tags: readonly number[]): string[] {
  const found = [...new Set(tags)].filter(
    (tag) => tag >= FIRST_PRIVATE && !WELL_KNOWN.includes(tag),
  );
  if (found.length === 0) return [];
  const more = found.length > MOST_NAMED ? ` and ${found.length - MOST_NAMED} more` : '';
  const named = found.slice(0, MOST_NAMED).join(', ');
  return [`the private tag${found.length === 1 ? '' : 's'} ${named}${more}`];
}

function furtherPages(bytes: Uint8Array): string[] {
  return nextDirectoryPointer(bytes) === undefined ? [] : ['further pages, which are not read'];
}
