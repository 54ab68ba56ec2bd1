const EXTENSIONS: ReadonlyMap<string, readonly string[]> = new Map([
  ['png', ['png']],
  ['jpeg', ['jpg', 'jpeg', 'jpe', 'jfif']],
  ['webp', ['webp']],
  ['gif', ['gif']],
  ['tiff', ['tif', 'tiff']],
]);

/** The formats with known extensions. */
export const FORMATS: readonly string[] = [...EXTENSIONS.keys()];

/** Whether the extension of a file's name belongs to its format. A format without known extensions fits any name. */
export function hasFittingExtension(id: string, format: string): boolean {
  const extension = id.slice(id.lastIndexOf('.') + 1).toLowerCase();
  return EXTENSIONS.get(format)?.includes(extension) ?? true;
}
