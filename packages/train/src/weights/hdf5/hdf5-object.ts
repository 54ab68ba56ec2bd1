import type { NumberType } from '../source/number-type.ts';

/** Texts by the name of the attribute. An empty array of any type is an empty list; attributes of numbers are left out. */
export type Hdf5Attributes = ReadonlyMap<string, readonly string[]>;

export interface Hdf5Group {
  readonly kind: 'group';
  readonly attributes: Hdf5Attributes;
  /** In the order of the file, which sorts by name. */
  readonly children: ReadonlyMap<string, Hdf5Object>;
}

/** An array that has not been read yet. */
export interface Hdf5Dataset {
  readonly kind: 'dataset';
  readonly attributes: Hdf5Attributes;
  readonly shape: readonly number[];
  readonly datatype: Hdf5Datatype;
  readonly storage: Hdf5Storage;
}

export type Hdf5Object = Hdf5Group | Hdf5Dataset;

export type Hdf5Datatype =
  | {
      readonly kind: 'number';
      readonly size: number;
      readonly type: NumberType;
      readonly bigEndian: boolean;
    }
  | { readonly kind: 'text'; readonly size: number }
  | { readonly kind: 'text-elsewhere'; readonly size: number }
  /** Bytes without a meaning: bfloat16 in files of Keras. */
  | { readonly kind: 'opaque'; readonly size: number }
  | { readonly kind: 'other'; readonly size: number; readonly name: string };

/** Where the bytes of a dataset are. */
export type Hdf5Storage =
  | { readonly kind: 'whole'; readonly bytes: Uint8Array }
  | {
      readonly kind: 'chunks';
      /** The address of the index of chunks. */
      readonly address: number;
      readonly chunkShape: readonly number[];
      readonly filters: readonly Hdf5Filter[];
    };

/** In the order in which they were applied when the file was written. */
export type Hdf5Filter = 'deflate' | 'shuffle';
