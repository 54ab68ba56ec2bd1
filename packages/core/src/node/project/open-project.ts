import { constants } from 'node:buffer';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { byteSource } from '../../bytes/byte-source.ts';
import { SproutError } from '../../errors/sprout-error.ts';
import { cacheFolder } from '../system/cache-folder.ts';
import { type FileVersion, fileVersion, isSameVersion } from '../system/file-version.ts';
import { isWithin } from '../system/is-within.ts';
import { systemCode, systemReason } from '../system/system-reason.ts';
import { readZip } from '../zip/read-zip.ts';
import { checkManifest } from './check-manifest.ts';
import { type Example, listExamples } from './list-examples.ts';
import { unpack } from './unpack.ts';

export interface OpenProjectOptions {
  /** Ends the unpacking when it is aborted. */
  readonly signal?: AbortSignal | undefined;
}

/** An image project of Teachable Machine whose images are files. */
export interface OpenedProject {
  /** The folder of the unpacked images. */
  readonly folder: string;
  /** In the order of the archive. */
  readonly examples: readonly Example[];
  /** The names of the entries that are not images of a class. */
  readonly others: readonly string[];
}

/** The largest file in bytes. The file is read whole, and `readFile` refuses larger ones. */
const LARGEST = 2 ** 31 - 1;
/** The first two bytes of a zip archive, `PK`. */
const ZIP = 0x504b;

/** The projects that this process has opened, by path. A command may open its project several times. */
const known = new Map<string, { readonly version: FileVersion; readonly project: OpenedProject }>();

/**
 * Reads a project file of Teachable Machine and unpacks its images into the cache folder, as `projects/HASH/NAME.tm/CLASS/NUMBER.jpg`. `HASH`
 * is that of the content of the file. Images that are unpacked already are compared with the checksums of the archive, once in a
 * process, and are not written again.
 *
 * @throws {SproutError} `file-missing`; `file-invalid` for a file that is not an image project, or damaged; `file-unwritable` for the
 *   cache. The reason of the signal once it is aborted; no incomplete folder remains.
 */
export async function openProject(
  file: string,
  options: OpenProjectOptions = {},
): Promise<OpenedProject> {
  const path = resolve(file);
  const version = await fileVersion(path);
  const before = known.get(path);
  if (before !== undefined && version !== undefined && isSameVersion(before.version, version)) {
    const { project } = before;
    if (isWithin(project.folder, projectsFolder()) && existsSync(project.folder)) return project;
  }
  const project = await readProject(file, options);
  if (version !== undefined) known.set(path, { version, project });
  return project;
}

function projectsFolder(): string {
  return join(cacheFolder(), 'projects');
}

async function readProject(file: string, { signal }: OpenProjectOptions): Promise<OpenedProject> {
  const bytes = await contentOf(file);
  signal?.throwIfAborted();
  const source = byteSource(bytes, file);
  if (bytes.length < 2 || bytes.readUInt16BE(0) !== ZIP)
    throw source.invalid('it is not a zip archive');
  const archive = readZip(source);
  checkManifest(source, archive);
  const { examples, others } = listExamples(source, archive);
  if (examples.length === 0)
    throw source.invalid('it has no images: no entry has a name such as CLASS-!-0.jpg');
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 32);
  const folder = join(projectsFolder(), hash, basename(file));
  await unpack(folder, { archive, examples, signal });
  return { folder, examples, others };
}

/** @throws {SproutError} `file-missing`, `file-invalid` */
async function contentOf(file: string): Promise<Buffer> {
  try {
    const { size } = await stat(file);
    const most = Math.min(LARGEST, constants.MAX_LENGTH);
    if (size > most) {
      const reason = `it has ${size} bytes; the limit is ${most}`;
      throw new SproutError('file-invalid', { file, reason });
    }
    return await readFile(file);
  } catch (error) {
    const code = systemCode(error);
    if (code === undefined) throw error;
    if (code === 'ENOENT') throw new SproutError('file-missing', { file }, { cause: error });
    throw new SproutError('file-invalid', { file, reason: systemReason(error) }, { cause: error });
  }
}
