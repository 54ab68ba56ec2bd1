import type { ByteSource } from '../../bytes/byte-source.ts';
import { textOf } from '../../bytes/text-of.ts';
import type { ZipArchive } from '../zip/read-zip.ts';

const MANIFEST = 'manifest.json';
/** The largest manifest in bytes. A manifest contains a few settings of the training. */
const LIMIT = 2 ** 20;

/**
 * Checks that a project is an image project. A project without a manifest is accepted: the download of the samples of a single class has
 * none.
 *
 * @throws {SproutError} `file-invalid` for a project of sounds or poses, and for a manifest that does not state a type.
 */
export function checkManifest(source: ByteSource, archive: ZipArchive): void {
  const entry = archive.entries.get(MANIFEST);
  if (entry === undefined) return;
  if (entry.size > LIMIT)
    throw source.invalid(`its ${MANIFEST} has ${entry.size} bytes; the limit is ${LIMIT}`);
  const type = typeOf(textOf(archive.read(MANIFEST)));
  if (type === 'image') return;
  if (type === 'audio' || type === 'pose')
    throw source.invalid(`it is a project of type "${type}"; only image projects are read`);
  throw source.invalid(`its ${MANIFEST} must be JSON with a type "image", "audio" or "pose"`);
}

function typeOf(text: string | undefined): unknown {
  try {
    const manifest: unknown = JSON.parse(text ?? '');
    const isObject = typeof manifest === 'object' && manifest !== null && 'type' in manifest;
    return isObject ? manifest.type : undefined;
  } catch {
    return undefined;
  }
}
