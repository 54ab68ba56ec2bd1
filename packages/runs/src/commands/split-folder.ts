/** The default folder to which the files of a data set are copied or moved. */
export function splitFolder(folder: string): string {
  return `${folder.replace(/[\\/]+$/, '') || folder}-split`;
}
