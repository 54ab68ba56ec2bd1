import { isProject, openProject, type UndoneSplit, undoSplitFiles } from '@sprout/core';
import { splitFolder } from './split-folder.ts';

export interface UndoSplitOptions {
  /** The folder of the data set. */
  readonly folder: string;
  /** The folder to which the files were copied or moved. By default `FOLDER-split`. */
  readonly out?: string | undefined;
}

export interface UndoSplitResult extends UndoneSplit {
  readonly out: string;
}

/** See `undoSplit` in `data-commands.ts`. */
export async function undoSplit({
  folder,
  out = splitFolder(folder),
}: UndoSplitOptions): Promise<UndoSplitResult> {
  const dataset = (await isProject(folder)) ? (await openProject(folder)).folder : folder;
  return { out, ...(await undoSplitFiles({ out, dataset })) };
}
