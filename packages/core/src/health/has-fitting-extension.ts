const EXTENSIONS: ReadonlyMap<string, readonly string[]> = new Map([
  ['png', ['png']],
  ['jpeg', ['jpg', 'jpeg', 'jpe', 'jfif']],
  ['webp', ['webp']],
  ['gif', ['gif']],
  ['tiff', ['tif', 'tiff']],
]);

/** Whether a file's name says what its content is; formats without a known extension fit any. */
export function hasFittingExtension(id: string, format: string): boolean {
  const extension = id.slice(id.lastIndexOf('.') + 1).toLowerCase();
  return EXTENSIONS.get(format)?.includes(extension) ?? true;
}
