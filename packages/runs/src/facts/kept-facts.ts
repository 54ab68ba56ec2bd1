import {
  type FileVersion,
  fileVersion,
  type ImageFacts,
  isSproutError,
  makeFolder,
  type Sample,
  writeAtomic,
} from '@sprout/core';
import { FACTS_VERSION } from '@sprout/imgproc';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { crc32 } from 'node:zlib';
import { z } from 'zod';
import { imageFacts } from './image-facts-schema.ts';

/** The first line of a file. Facts of another version are measured again. */
const HEADER = `sprout image facts, version 1.${FACTS_VERSION}`;

const kept = z.object({ id: z.string(), version: z.string(), facts: imageFacts });

type Kept = z.output<typeof kept>;

export interface KeptFactsOptions {
  /** The folder that holds all caches. */
  readonly caches: string;
  /** The data set's folder. */
  readonly folder: string;
  /** Facts of images with more pixels are not used. */
  readonly pixelLimit?: number | undefined;
}

/** The facts about the images of a data set that were measured before, by the version of each file (decision 0018). */
export interface KeptFacts {
  /** The facts about an image. `undefined` if they were not kept, or if its file was changed since. */
  find(sample: Sample): Promise<ImageFacts | undefined>;
  /** Adds the facts about a sample. `find` must have been called for it before its file was read. */
  add(sample: Sample, facts: ImageFacts): void;
  /** Writes the facts, if there are new ones. It is no error if the folder cannot be written: they are then measured again. */
  save(): Promise<void>;
}

/** Reads the facts that were kept about the images of a folder. Lines that are damaged are left out. */
export async function openKeptFacts({
  caches,
  folder,
  pixelLimit = Infinity,
}: KeptFactsOptions): Promise<KeptFacts> {
  const name = createHash('sha256').update(resolve(folder)).digest('hex').slice(0, 16);
  const file = join(caches, 'facts', `${name}.jsonl`);
  const known = await readKept(file);
  const versions = new Map<string, string | undefined>();
  let isChanged = false;
  return {
    find: async ({ id, path }) => {
      const version = textOf(await fileVersion(path));
      versions.set(id, version);
      const found = known.get(id);
      if (version === undefined || found?.version !== version) return undefined;
      const { height, width } = found.facts;
      return height * width <= pixelLimit ? found.facts : undefined;
    },
    add: ({ id }, facts) => {
      const version = versions.get(id);
      if (version === undefined) return;
      known.set(id, { id, version, facts });
      isChanged = true;
    },
    save: async () => {
      if (isChanged) await writeKept(file, known);
    },
  };
}

function textOf(version: FileVersion | undefined): string | undefined {
  if (version === undefined) return undefined;
  const { bytes, modified, changed, inode } = version;
  return [bytes, modified, changed, inode].join(' ');
}

async function readKept(file: string): Promise<Map<string, Kept>> {
  const text = await readFile(file, 'utf8').catch(() => ''); // no facts were kept
  const [header, ...lines] = text.split('\n');
  if (header !== HEADER) return new Map();
  const entries = lines.flatMap((line) => entryOf(line) ?? []);
  return new Map(entries.map((entry) => [entry.id, entry]));
}

function entryOf(line: string): Kept | undefined {
  const [checksum, content] = [line.slice(0, 8), line.slice(9)];
  if (content === '' || checksum !== checksumOf(content)) return undefined;
  return kept.safeParse(JSON.parse(content)).data; // JSON, as its checksum is right
}

async function writeKept(file: string, known: ReadonlyMap<string, Kept>): Promise<void> {
  const lines = Array.from(known.values(), (entry) => {
    const content = JSON.stringify(kept.encode(entry));
    return `${checksumOf(content)} ${content}\n`;
  });
  try {
    await makeFolder(join(file, '..'));
    await writeAtomic(file, `${HEADER}\n${lines.join('')}`);
  } catch (error) {
    if (!isSproutError(error, 'file-unwritable')) throw error;
  }
}

function checksumOf(content: string): string {
  return crc32(content).toString(16).padStart(8, '0');
}
