import type { Recipe } from '@sprout/core';
import { encodeWebp } from '@sprout/imgproc';
import type { ExamplePicture } from '@sprout/viz';
import { contextOf } from '../event/run-context.ts';
import { exampleIds } from '../images/example-ids.ts';
import { pagePictures } from '../images/page-pictures.ts';
import { type PictureSource, thumbnails } from '../images/thumbnails.ts';
import type { ReadRun } from '../run/read-run.ts';

const MOST = 24;
/** The ops that only choose the size and the section of an image. */
const GEOMETRY = new Set<string>(['resize', 'reduce', 'centre-square']);

/** Examples of a data set as they are prepared, beside their originals if the recipe changes colours, as a mask does. */
export async function examplePictures(
  { record: { seed }, resolved: { recipe } }: Pick<ReadRun, 'record' | 'resolved'>,
  { source, dataset }: PictureSource,
): Promise<ExamplePicture[]> {
  const isChanged = changesColours(recipe);
  const ids = exampleIds(dataset, { count: isChanged ? MOST / 2 : MOST, seed });
  const chosen = new Set(ids);
  const samples = dataset.samples.filter(({ id }) => chosen.has(id));
  const images = await thumbnails(source, { samples, ids, recipe, encode: encodeWebp });
  const originals = isChanged
    ? await pagePictures({ samples, source, ...contextOf(undefined) })
    : undefined;
  const labels = new Map(Array.from(samples, ({ id, label }) => [id, label]));
  return ids.flatMap((id) => {
    const image = images.get(id);
    const caption = dataset.classes[labels.get(id)!]!; // ids of the data set
    return image === undefined ? [] : [{ image, original: originals?.get(id), caption }];
  });
}

function changesColours(recipe: Recipe): boolean {
  return recipe.some(({ op }) => !GEOMETRY.has(op));
}
