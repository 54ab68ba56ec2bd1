/** A small picture with a caption. */
export interface Thumbnail {
  /** An encoded PNG, JPEG or WebP. */
  readonly image: Uint8Array;
  readonly caption: string;
}

/** A prepared image of the data set, with its class as the caption. */
export interface ExamplePicture extends Thumbnail {
  /** The image as it is in the file, if the recipe does more than resize it. Encoded as `image`. */
  readonly original?: Uint8Array | undefined;
}
