const EXTENSION = /\.(?:png|jpe?g|jpe|jfif|jif|webp|gif|tiff?|bmp|dib|avif|hei[cf])$/i;
/** The names of files and folders that systems, file managers and network storages make, in lower case. */
const HIDDEN = new Set([
  '__macosx',
  'thumbs.db',
  'ehthumbs.db',
  'desktop.ini',
  '@eadir',
  '@recycle',
  '@recently-snapshot',
  '#recycle',
  '#snapshot',
  '$recycle.bin',
  'recycler',
  'system volume information',
  'lost+found',
]);

/** Whether a file name has the extension of an image format. The content is not examined. */
export function hasImageExtension(name: string): boolean {
  return EXTENSION.test(name);
}

/** Whether a file or folder was made by a program for its own use, like `.DS_Store` and `.ipynb_checkpoints`. */
export function isHidden(name: string): boolean {
  return name.startsWith('.') || HIDDEN.has(name.toLowerCase());
}
