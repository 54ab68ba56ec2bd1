import { tiffEntries } from './tiff-entries.ts';

/** The first number of each whole-number tag of a TIFF file's first page. Of a tag that occurs twice the first counts. */
export function tiffTags(bytes: Uint8Array): Map<number, number> {
  const tags = new Map<number, number>();
  for (const { tag, value } of tiffEntries(bytes)) {
    if (value !== undefined && !tags.has(tag)) tags.set(tag, value);
  }
  return tags;
}
