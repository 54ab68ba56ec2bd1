import type { Sample } from '../dataset/sample.ts';
import { SproutError } from '../errors/sprout-error.ts';
import type { ImageSource } from '../stream/image-source.ts';
import { type FileVersion, fileVersion, hasSameContent } from './system/file-version.ts';

/**
 * Watches the files of a source that reads them in every epoch. A file that was written or replaced since it was first
 * requested is refused, so that every epoch has the same pixels.
 *
 * @throws {SproutError} From `prepare` and `render`: `image-unreadable`, naming the file.
 */
export function steadySource(source: ImageSource): ImageSource {
  const versions = new Map<string, FileVersion | undefined>();
  const check = async ({ path }: Sample): Promise<void> => {
    const now = await fileVersion(path);
    if (!versions.has(path)) versions.set(path, now);
    const first = versions.get(path);
    if (first === undefined ? now === undefined : now && hasSameContent(first, now)) return;
    const reason = now === undefined ? 'it is gone' : 'it was changed since it was first read';
    throw new SproutError('image-unreadable', { file: path, reason });
  };
  return {
    render: async (samples, options) => {
      await Promise.all(samples.map(check));
      return source.render(samples, options);
    },
    prepare: async (samples, recipe, signal) => {
      await Promise.all(samples.map(check));
      return source.prepare(samples, recipe, signal);
    },
    augment: (prepared, samples, options) => source.augment(prepared, samples, options),
  };
}
