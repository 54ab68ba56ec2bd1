const EXTENSION = /\.(?:png|jpe?g|webp|gif|tiff?|bmp)$/i;
const HIDDEN = new Set(['__MACOSX', 'Thumbs.db', 'ehthumbs.db', 'desktop.ini', 'Desktop.ini']);

/** Whether a file's name ends as images' names do. What is inside is the decoder's to say. */
export function hasImageExtension(name: string): boolean {
  return EXTENSION.test(name);
}

/** Whether a file or folder is there for a program's own use, like `.DS_Store` and `.ipynb_checkpoints`. */
export function isHidden(name: string): boolean {
  return name.startsWith('.') || HIDDEN.has(name);
}
