import { MOST_PARTS, TooManyParts } from './part-limit.ts';
import { tagAt, viewOf } from './view-of.ts';

/** A box of an ISO media file, such as AVIF. */
export interface ImageBox {
  readonly tag: string;
  /** Where its contents begin. */
  readonly data: number;
  readonly end: number;
}

/**
 * The boxes that lie one after the other in a part of a file. A box that is cut off ends the list.
 *
 * @throws {TooManyParts}
 */
export function* imageBoxes(
  bytes: Uint8Array,
  { data: from, end }: Pick<ImageBox, 'data' | 'end'>,
): Generator<ImageBox, void, undefined> {
  const view = viewOf(bytes);
  const limit = Math.min(end, bytes.length);
  for (let at = from, count = 0; at + 8 <= limit;) {
    if (++count > MOST_PARTS) throw new TooManyParts('AVIF boxes');
    const short = view.getUint32(at);
    const isLong = short === 1 && at + 16 <= limit;
    const size = short === 0 ? limit - at : isLong ? Number(view.getBigUint64(at + 8)) : short;
    const data = at + (isLong ? 16 : 8);
    if (size < data - at || at + size > limit) return;
    yield { tag: tagAt(view, at + 4), data, end: at + size };
    at += size;
  }
}

/** The first box that lies on a path of tags; a full box has 4 bytes before its contents. */
export function imageBoxAt(bytes: Uint8Array, ...path: readonly string[]): ImageBox | undefined {
  let found: ImageBox | undefined = { tag: '', data: 0, end: bytes.length };
  for (const tag of path) {
    if (found === undefined) return undefined;
    const data: number = found.tag === 'meta' ? found.data + 4 : found.data;
    found = [...imageBoxes(bytes, { data, end: found.end })].find((box) => box.tag === tag);
  }
  return found;
}
