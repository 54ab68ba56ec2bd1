import { join } from 'node:path';
import type { TrainingOptions } from '../src/config/config-options.ts';
import { resolveTrain } from '../src/config/resolve-train.ts';
import type { ResolvedTraining } from '../src/config/resolve-training.ts';
import { type OpenedImages, openImages } from '../src/images/open-images.ts';
import { eventLog } from './event-log.ts';
import { BLUE, RED, writePhotos } from './photos.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** Images on disk, and a configuration that trains on them. Owns the folder `path`. */
export interface OpenedPhotos extends AsyncDisposable {
  readonly path: string;
  readonly resolved: ResolvedTraining;
  readonly images: OpenedImages;
}

/** Opens three blue and three red photos, one of each for validation: two steps an epoch, for the colour model. */
export async function openPhotos(options: TrainingOptions = {}): Promise<OpenedPhotos> {
  const folder = await temporaryFolder();
  const photos = join(folder.path, 'photos');
  await writePhotos(photos, { blue: [BLUE, BLUE, BLUE], red: [RED, RED, RED] });
  const resolved = await resolveTrain({
    folder: photos,
    model: 'logistic',
    size: { height: 4, width: 4 },
    epochs: 2,
    batchSize: 2,
    validation: 1,
    cache: false,
    workers: 0,
    ...options,
  });
  const images = await openImages({ resolved, cacheFolder: folder.path, ...eventLog() });
  return {
    path: folder.path,
    resolved,
    images,
    [Symbol.asyncDispose]: async () => {
      await images[Symbol.asyncDispose]();
      await folder[Symbol.asyncDispose]();
    },
  };
}
