import { readdir, realpath } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { compareCodePoints, sortedByCodePoint } from '../../dataset/code-point-order.ts';
import { entryKind, type EntryKind, type LinkRule } from './entry-kind.ts';
import { hasImageExtension, isHidden } from '../../format/image-name.ts';
import { looksLikeImage } from './looks-like-image.ts';
import type { SkippedPath } from './skipped-path.ts';
import { systemReason } from '../system/system-reason.ts';

/** The image files below one folder. */
export interface Walk {
  /** Relative to the given folder, with `/` between parts, in code-point order. */
  readonly images: string[];
  readonly skipped: SkippedPath[];
}

/**
 * Finds the image files at any depth below `start`, a path relative to `folder` (empty for the folder itself): by the extension
 * of the name, or by the first bytes of a file without an extension.
 * Each folder is read once, so that circular links end. Real folders are read before the targets of links.
 */
export async function walkImages(folder: string, start: string, rule: LinkRule): Promise<Walk> {
  const walk: Walk = { images: [], skipped: [] };
  const nameless: string[] = [];
  const seen = new Set(start === '' ? [] : [rule.root]);
  const folders = [start];
  const links = new Set<string>();
  for (let path = nextOf(folders, links); path !== undefined; path = nextOf(folders, links)) {
    try {
      const real = await realpath(join(folder, path));
      if (seen.has(real)) {
        walk.skipped.push({ path, reason: 'a link to a folder that is read already' });
        continue;
      }
      seen.add(real);
      await eachEntry(folder, path, {
        rule,
        visit: (child, kind) => addEntry(child, kind, { walk, nameless, folders, links }),
      });
    } catch (error) {
      const reason = `cannot be read: ${systemReason(error)}`;
      walk.skipped.push({ path, reason, unreachable: true });
    }
  }
  for (const path of nameless) {
    if (await looksLikeImage(join(folder, path))) walk.images.push(path);
    else walk.skipped.push({ path, reason: 'not an image' });
  }
  return {
    images: sortedByCodePoint(walk.images),
    skipped: walk.skipped.toSorted((a, b) => compareCodePoints(a.path, b.path)),
  };
}

/** Visits the entries of one folder that are not hidden, in the system's order. @throws the system's error. */
export async function eachEntry(
  folder: string,
  path: string,
  { rule, visit }: { rule: LinkRule; visit: (child: string, kind: EntryKind) => void },
): Promise<void> {
  for (const entry of await readdir(join(folder, path), { withFileTypes: true })) {
    if (isHidden(entry.name)) continue;
    const child = path === '' ? entry.name : `${path}/${entry.name}`;
    const plain = entry.isFile() && !entry.name.includes('\ufffd'); // the common case needs no system call
    visit(child, plain ? { type: 'file' } : await entryKind(join(folder, child), entry, rule));
  }
}

interface Found {
  readonly walk: Walk;
  /** Files without an extension. */
  readonly nameless: string[];
  readonly folders: string[];
  readonly links: Set<string>;
}

function addEntry(path: string, kind: EntryKind, { walk, nameless, folders, links }: Found): void {
  if (kind.type === 'folder') folders.push(path);
  else if (kind.type === 'linked-folder') links.add(path);
  else if (kind.type === 'refused') walk.skipped.push(refusal(path, kind));
  else if (hasImageExtension(path)) walk.images.push(path);
  else if (extname(path) === '') nameless.push(path);
  else walk.skipped.push({ path, reason: 'not an image extension' });
}

/** The list entry of a refused path. */
export function refusal(
  path: string,
  { reason, unreachable, outside }: Extract<EntryKind, { type: 'refused' }>,
): SkippedPath {
  return { path, reason, ...(unreachable && { unreachable }), ...(outside && { outside }) };
}

/** The next folder to read: a real one while there are any, then the first link in code-point order. */
function nextOf(folders: string[], links: Set<string>): string | undefined {
  const folder = folders.pop();
  if (folder !== undefined || links.size === 0) return folder;
  const [first] = sortedByCodePoint(links);
  if (first !== undefined) links.delete(first);
  return first;
}
