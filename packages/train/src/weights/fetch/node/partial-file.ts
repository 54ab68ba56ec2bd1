import { createHash } from 'node:crypto';
import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { z } from 'zod';

const stateSchema = z.object({
  /** The SHA-256 of the address, which may hold a password. */
  address: z.string(),
  /** The ETag or the date of the file on the server, for `If-Range`. */
  validator: z.string(),
});

type State = z.output<typeof stateSchema>;

/** The bytes of a partial file that a download can continue after, and the version of the file that they belong to. */
export interface Resumable {
  readonly bytes: number;
  /** The ETag or the date of the file, for `If-Range`. */
  readonly validator: string;
}

/** A file that is not complete, beside the place of the finished one. */
export interface PartialFile {
  readonly path: string;
  /** `undefined` where the download must begin anew. */
  readonly resumable: (address: string) => Promise<Resumable | undefined>;
  /** Notes the address and the validator, before the first byte is written. Without a validator the file cannot be continued. */
  readonly begin: (state: {
    readonly address: string;
    readonly validator: string | undefined;
  }) => Promise<void>;
  readonly remove: () => Promise<void>;
}

export function partialFile(path: string): PartialFile {
  const notes = `${path}.json`;
  const remove = async (): Promise<void> => {
    await rm(notes, { force: true });
    await rm(path, { force: true });
  };
  return {
    path,
    remove,
    resumable: async (address) => {
      const state = await readState(notes);
      if (state?.address !== hashed(address)) return undefined;
      const bytes = await stat(path).then(
        ({ size }) => size,
        () => 0,
      );
      return bytes === 0 ? undefined : { bytes, validator: state.validator };
    },
    begin: async ({ address, validator }) => {
      await remove();
      if (validator !== undefined)
        await writeFile(
          notes,
          JSON.stringify({ address: hashed(address), validator } satisfies State),
        );
    },
  };
}

function hashed(address: string): string {
  return createHash('sha256').update(address).digest('hex');
}

async function readState(path: string): Promise<State | undefined> {
  try {
    return stateSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    return undefined; // then the download begins anew
  }
}
