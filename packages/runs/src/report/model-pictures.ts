import type { ModelPicture } from '@sprout/viz';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RunFolder } from '../run/run-folder.ts';

const GRID = /-grid\.png$/;
/** A report stays small enough to be sent by mail. */
const MOST = 4;

/** The grids that `visualize` wrote into the folder of a run, at most four, by name. */
export async function modelPictures({ pictures }: RunFolder): Promise<ModelPicture[]> {
  const names = await readdir(pictures).catch(() => []); // most runs have none
  const grids = names.filter((name) => GRID.test(name)).toSorted();
  return Promise.all(
    grids.slice(0, MOST).map(async (name) => {
      const image = new Uint8Array(await readFile(join(pictures, name)));
      return { title: name.replace(GRID, ''), image };
    }),
  );
}
