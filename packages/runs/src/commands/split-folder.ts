/** The default folder to which the files of a data set are copied or moved; with `.csv`, the default manifest. */
export function splitFolder(folder: string): string {
  return `${folder.replace(/[\\/]+$/, '') || folder}-split`;
}
