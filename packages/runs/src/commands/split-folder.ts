/** The folder that a copy or a move of a data set's files goes to where none is named. */
export function splitFolder(folder: string): string {
  return `${folder.replace(/[\\/]+$/, '') || folder}-split`;
}
