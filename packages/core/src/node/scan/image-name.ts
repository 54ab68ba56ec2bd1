const EXTENSION = /\.(?:png|jpe?g|webp|gif|tiff?|bmp)$/i;
const HIDDEN = new Set(['__MACOSX', 'Thumbs.db', 'ehthumbs.db', 'desktop.ini', 'Desktop.ini']);

/** Whether a file name has the extension of an image format. The content is not examined. */
export function hasImageExtension(name: string): boolean {
  return EXTENSION.test(name);
}

/** Whether a file or folder was made by a program for its own use, like `.DS_Store` and `.ipynb_checkpoints`. */
export function isHidden(name: string): boolean {
  return name.startsWith('.') || HIDDEN.has(name);
}
