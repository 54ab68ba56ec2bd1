import { stat } from 'node:fs/promises';

/** Whether a path is that of a project file of Teachable Machine: a file whose name ends in `.tm`. The content is not examined. */
export async function isProject(path: string): Promise<boolean> {
  if (!path.toLowerCase().endsWith('.tm')) return false;
  return await stat(path).then(
    (found) => found.isFile(),
    () => false, // the function that reads the path reports the error
  );
}
