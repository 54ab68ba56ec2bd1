import type { Finding, FolderParts, HealthReport, ScanWarning } from '@sprout/core';

/** Facts about the images of a command. */
export type ImagesEvent =
  | ScanWarning
  /** The folder is divided already: its parts are the split, and the test part is not read. */
  | { readonly type: 'folder-divided'; readonly folder: string; readonly parts: FolderParts }
  /** A path that cannot be read, and that may be an image or hold images. */
  | { readonly type: 'path-left-out'; readonly path: string; readonly reason: string }
  /** A path given to `predict` that is not an image. */
  | { readonly type: 'path-passed-over'; readonly path: string; readonly reason: string }
  /** The number of files in a data set that are not images. */
  | { readonly type: 'files-passed-over'; readonly count: number }
  /** Images that `groupBy` does not name a group of: each is a group of its own. `first` are the ids of the first ones. */
  | { readonly type: 'groups-missing'; readonly count: number; readonly first: readonly string[] }
  /** Images that the table of subsets does not list, which are left out. `first` are the ids of the first ones. */
  | { readonly type: 'subsets-missing'; readonly count: number; readonly first: readonly string[] }
  /**
   * The numbers of images without a row in the table of tags, and of rows without an image. Both are left out. `first` are the ids of
   * the first images.
   */
  | {
      readonly type: 'tags-unmatched';
      readonly images: number;
      readonly rows: number;
      readonly first: readonly string[];
    }
  /** Images with one name and several extensions keep their extension when they are prepared. `id` is the first one. */
  | { readonly type: 'name-extended'; readonly id: string; readonly name: string }
  | { readonly type: 'no-images' }
  /** Images were copied or linked into the folders of their classes. `unknown` of them were not probable enough; only with a threshold. */
  | {
      readonly type: 'images-sorted';
      readonly folder: string;
      readonly images: number;
      readonly unknown: number | undefined;
    }
  | { readonly type: 'page-written'; readonly file: string }
  /** A bad image, which a preview does not show. */
  | { readonly type: 'image-left-out'; readonly reason: string }
  /** The number of bad images, and the reason for the first of them. */
  | { readonly type: 'images-left-out'; readonly count: number; readonly first: string }
  | {
      readonly type: 'images-divided';
      readonly images: number;
      readonly classes: number;
      readonly training: number;
      readonly validation: number;
    }
  /** Prepared images cannot be cached on disk: later epochs prepare them again. */
  | { readonly type: 'cache-unavailable'; readonly reason: string }
  /** There are too many images to examine them for duplicates and giveaways. */
  | { readonly type: 'examination-left-out'; readonly images: number }
  | { readonly type: 'examined'; readonly health: HealthReport }
  | { readonly type: 'finding'; readonly finding: Finding };
