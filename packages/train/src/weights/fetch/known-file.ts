import type { FileHash } from './file-hash.ts';

/** A file of released weights: where it is, and what is known about it. */
export interface KnownFile {
  /** The name of the base. */
  readonly base: string;
  /** The library whose names the tensors have, as in the releases of the base. */
  readonly library: 'keras' | 'torchvision';
  /** Whether the classifier of the release is in the file. */
  readonly top: boolean;
  /** The width of a MobileNet. */
  readonly alpha?: number;
  /** The height and width of the images that the weights were trained on, where there is a choice. */
  readonly size?: number;
  /** The name of the file in the cache. */
  readonly file: string;
  readonly address: string;
  /** The size of the file in bytes. */
  readonly bytes?: number;
  readonly hash?: FileHash;
  readonly licence: string;
  /** The page of the project that publishes the file. */
  readonly source: string;
}
