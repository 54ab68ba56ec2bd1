import type { SkippedPath } from './skipped-path.ts';

/** Something in a data set that is usable but probably not intended. */
export type ScanWarning =
  | { readonly type: 'class-without-images'; readonly className: string }
  /** A class with images in one part of a divided data set and none in another. */
  | { readonly type: 'class-not-in-part'; readonly className: string; readonly part: string }
  /** A link to a folder outside of the data set, which would be a class if it were followed. */
  | { readonly type: 'class-not-followed'; readonly className: string }
  /** Links in class folders that lead out of the data set and were not followed. `first` is the path of the first one. */
  | { readonly type: 'links-not-followed'; readonly count: number; readonly first: string }
  /** Names that look the same and differ only in Unicode normalisation (composed and decomposed accents). */
  | { readonly type: 'twin-classes'; readonly classNames: readonly string[] };

/** Whether a path is a link out of the folder that was not followed. */
export function isOutside({ outside }: SkippedPath): boolean {
  return outside !== undefined;
}

/** Warnings about links that were not followed: one for each class, and one for all images and folders inside of classes. */
export function linkWarnings(skipped: readonly SkippedPath[]): ScanWarning[] {
  const isClass = ({ path, outside }: SkippedPath) => outside === 'folder' && !path.includes('/');
  const links = skipped.filter((one) => isOutside(one) && !isClass(one));
  const warnings: ScanWarning[] = skipped
    .filter(isClass)
    .map(({ path }) => ({ type: 'class-not-followed', className: path }));
  if (links.length > 0)
    warnings.push({ type: 'links-not-followed', count: links.length, first: links[0]!.path });
  return warnings;
}

/** A warning for each set of names that are equal in Unicode form NFC. */
export function twinWarnings(classes: readonly string[]): ScanWarning[] {
  const byForm = new Map<string, string[]>();
  for (const name of classes) {
    const form = name.normalize('NFC');
    byForm.set(form, [...(byForm.get(form) ?? []), name]);
  }
  return [...byForm.values()]
    .filter((names) => names.length > 1)
    .map((classNames) => ({ type: 'twin-classes', classNames }));
}
