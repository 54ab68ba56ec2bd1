export interface Thumbnail {
  /** An encoded PNG, JPEG or WebP. */
  readonly image: Uint8Array;
  readonly caption: string;
}

/** A prepared image of the data set, with its class as the caption. */
export interface ExamplePicture extends Thumbnail {
  /** The image as it is in the file, where the preparation does more than give it a size. Encoded as `image`. */
  readonly original?: Uint8Array | undefined;
}
