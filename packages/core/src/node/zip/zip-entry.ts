/** A file in a zip archive, as the central directory describes it. */
export interface ZipEntry {
  readonly name: string;
  readonly compressed: boolean;
  readonly crc: number;
  /** The size as stored, and the size when inflated, in bytes. */
  readonly storedSize: number;
  readonly size: number;
  /** The offset of the local header in the archive. */
  readonly header: number;
}
