import { join, resolve } from 'node:path';
import { availableMemory } from 'node:process';
import { crc32 } from 'node:zlib';
import type { Sample } from '../../dataset/sample.ts';
import { type FileVersion, fileVersion, isSameVersion } from '../system/file-version.ts';
import { lock } from '../write/lock.ts';
import { makeFolder } from '../write/make-folder.ts';
import { nameHash, type RecordFormat } from './record-index.ts';
import { RecordMemory } from './record-memory.ts';
import { RecordStore } from './record-store.ts';
import { systemCode } from '../system/system-reason.ts';
import { unwritable } from '../system/unwritable.ts';

export interface RecordCacheOptions extends RecordFormat {
  /** How many bytes of the records that were read are kept in memory; a quarter of the free memory by default. */
  readonly memoryBytes?: number;
}

/** The state of one source file, found when it was first requested. */
interface Known {
  /** `undefined` when the file did not exist. */
  readonly version: FileVersion | undefined;
  /** The slot of its record, if it has a valid one. */
  slot: number | undefined;
  verified: boolean;
  pixels: Uint8Array | undefined;
}

/**
 * Opens a cache of prepared images on disk, so that later epochs and runs need not decode them again. A folder holds the
 * records of one format (records of another format are dropped), and one process at a time can open it.
 *
 * A record is used only if its checksum matches and its source file has the same size and modification time as when the
 * record was written. The source file is checked when it is first requested. After a crash, a flipped bit or a change of
 * the source, the record counts as missing and the image is decoded again; wrong pixels are never returned.
 *
 * @throws {SproutError} `run-locked` while another process has the folder open, `file-unwritable`.
 */
export async function openRecordCache(
  folder: string,
  { memoryBytes = availableMemory() / 4, ...format }: RecordCacheOptions,
): Promise<RecordCache> {
  await makeFolder(folder);
  const held = await lock(join(folder, 'sprout-records.lock'), folder);
  try {
    return new RecordCache(new RecordStore(folder, format), { format, memoryBytes, held });
  } catch (error) {
    await held[Symbol.asyncDispose]();
    throw unwritable(folder, error);
  }
}

interface RecordCacheParts {
  readonly format: RecordFormat;
  readonly memoryBytes: number;
  readonly held: AsyncDisposable;
}

/** Made by `openRecordCache`. */
export class RecordCache implements AsyncDisposable {
  readonly format: RecordFormat;
  readonly recordBytes: number;
  readonly #store: RecordStore;
  readonly #held: AsyncDisposable;
  readonly #memory: RecordMemory;
  readonly #known = new Map<string, Known>();
  #problem: unknown;

  constructor(store: RecordStore, { format, memoryBytes, held }: RecordCacheParts) {
    this.format = format;
    this.recordBytes = store.recordBytes;
    this.#store = store;
    this.#held = held;
    this.#memory = new RecordMemory(store.recordBytes, memoryBytes);
  }

  /** The error of the first write that failed, because of a full disk for example. Nothing is stored after it. */
  get problem(): unknown {
    return this.#problem;
  }

  /** Checks the source files that were not requested before. Must be awaited before `read` and `store`. */
  async examine(samples: readonly Sample[]): Promise<void> {
    const unknown = samples.filter(({ path }) => !this.#known.has(path));
    if (unknown.length > 0) await Promise.all(unknown.map(({ path }) => this.#examine(path)));
  }

  /** Copies the record of a sample into `target` at `offset`. @returns Whether there is a valid record. */
  read({ path }: Sample, target: Uint8Array, offset: number): boolean {
    const known = this.#known.get(path);
    if (known?.pixels !== undefined) {
      target.set(known.pixels, offset);
      return true;
    }
    if (known?.slot === undefined) return false;
    if (
      !this.#store.read(known.slot, target, offset) ||
      !this.#verify(known, path, { target, offset })
    ) {
      known.slot = undefined;
      return false;
    }
    known.pixels = this.#memory.keep(target.subarray(offset, offset + this.recordBytes));
    return true;
  }

  /**
   * Stores the pixels of a sample, `recordBytes` of them. After a failed write nothing more is stored: see `problem`.
   */
  store({ path }: Sample, pixels: Uint8Array): void {
    const known = this.#known.get(path);
    if (known?.version === undefined || known.slot !== undefined || this.#problem !== undefined)
      return;
    const checksum = crc32(pixels);
    try {
      known.slot = this.#store.write(pixels, {
        name: nameHash(resolve(path)),
        ...known.version,
        checksum,
      });
    } catch (error) {
      if (systemCode(error) === undefined) throw error;
      this.#problem = error;
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#known.clear();
    this.#store[Symbol.dispose]();
    await this.#held[Symbol.asyncDispose]();
  }

  async #examine(path: string): Promise<void> {
    const version = await fileVersion(path);
    const found = this.#store.find(nameHash(resolve(path)));
    const fresh =
      found !== undefined && version !== undefined && isSameVersion(found.entry, version);
    if (this.#known.has(path)) return; // another call has examined it in the meantime
    const slot = fresh ? found.slot : undefined;
    this.#known.set(path, { version, slot, verified: false, pixels: undefined });
  }

  #verify(
    known: Known,
    path: string,
    { target, offset }: { target: Uint8Array; offset: number },
  ): boolean {
    if (known.verified) return true;
    const pixels = target.subarray(offset, offset + this.recordBytes);
    known.verified = this.#store.find(nameHash(resolve(path)))?.entry.checksum === crc32(pixels);
    return known.verified;
  }
}
