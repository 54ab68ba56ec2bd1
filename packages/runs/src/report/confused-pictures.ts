import { encodeWebp } from '@sprout/imgproc';
import type { ConfusedImages } from '@sprout/viz';
import { type PictureSource, thumbnails } from '../images/thumbnails.ts';
import type { ReadRun } from '../run/read-run.ts';
import { confusedIds } from './confused-ids.ts';

const PER_PAIR = 6;
/** About 10 kB each at 224 x 224 pixels. */
const MOST = 150;

/** Pictures of wrongly predicted images, for the pairs of classes in the confusion matrix of a run. None of a model of tags. */
export async function confusedPictures(
  { evaluation, predictions, resolved: { recipe } }: ReadRun,
  { source, dataset: { samples } }: PictureSource,
): Promise<ConfusedImages[]> {
  if (evaluation.confusion.length === 0) return [];
  const classes = evaluation.classes.map(({ name }) => name);
  const pairs = confusedIds(predictions, { classes, perPair: PER_PAIR, most: MOST });
  const ids = pairs.flatMap((pair) => pair.ids);
  const pictures = await thumbnails(source, { samples, ids, recipe, encode: encodeWebp });
  return pairs.flatMap(({ label, predicted, ids: some }): ConfusedImages[] => {
    const images = some.flatMap((id) => {
      const image = pictures.get(id);
      return image === undefined ? [] : [{ image, caption: id }];
    });
    return images.length === 0 ? [] : [{ label, predicted, images }];
  });
}
