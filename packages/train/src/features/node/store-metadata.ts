import type { Json } from '@sprout/core';
import { join } from 'node:path';
import { z } from 'zod';
import { sha256 } from '../../model/file/node/sha256.ts';
import { invalidFile } from '../../model/file/node/invalid-file.ts';
import { readBytes } from '../../model/file/node/read-bytes.ts';
import { type FeatureAddress, featureAddressSchema } from '../feature-address.ts';
import { type ArrayLayout, formatArray, parseArray } from '../zarr/array-metadata.ts';
import { hasOwnSeal, NO_SEAL, sealed } from './store-seal.ts';

/** The name of the file that describes a group or an array of Zarr. */
export const METADATA = 'zarr.json';
const LIMIT = 2 ** 20;

const groupSchema = z.looseObject({
  zarr_format: z.literal(3),
  node_type: z.literal('group'),
  attributes: z.looseObject({
    sprout: z.strictObject({
      /** The version of the layout. */
      schema: z.literal(1),
      address: featureAddressSchema,
      /** Plain data of the writer. */
      origin: z.record(z.string(), z.json()).optional(),
      /** The name of an array -> the SHA-256 of its `zarr.json`. */
      arrays: z.record(z.string(), z.string()),
      seal: z.string(),
    }),
  }),
});

/** Plain data that a store keeps for its readers, such as a configuration. */
export type FeatureOrigin = Readonly<Record<string, Json>>;

/** The arrays of a store: its layout. */
export interface StoreMetadata {
  readonly address: FeatureAddress;
  /** How the features were made, as plain data of the writer. Only the address is compared. */
  readonly origin?: FeatureOrigin | undefined;
  /** By the names of the arrays. */
  readonly arrays: ReadonlyMap<string, ArrayLayout>;
}

/** The name of the array of a copy: `features`, `features-1`, ... */
export function featuresName(copy: number): string {
  return copy === 0 ? 'features' : `features-${copy}`;
}

/** The texts of all `zarr.json` of a store, by the path of their folder; the group's has the path ''. */
export function formatStore({
  address,
  origin,
  arrays,
}: StoreMetadata): ReadonlyMap<string, string> {
  const texts = new Map([...arrays].map(([name, layout]) => [name, formatArray(layout)]));
  const hashes = Object.fromEntries([...texts].map(([name, text]) => [name, sha256(text)]));
  const sprout = { schema: 1, address, origin, arrays: hashes, seal: NO_SEAL };
  const group = { zarr_format: 3, node_type: 'group', attributes: { sprout } };
  return texts.set('', sealed(`${JSON.stringify(group, null, 2)}\n`));
}

/** Reads and checks the `zarr.json` of a store and of its arrays. @throws {SproutError} `file-missing`, `file-invalid`. */
export async function readStore(folder: string): Promise<StoreMetadata> {
  const file = join(folder, METADATA);
  const text = await readText(file);
  if (!hasOwnSeal(text)) throw invalidFile(file, 'its contents do not match its seal');
  const { data, error } = groupSchema.safeParse(parse(text, file));
  if (error !== undefined)
    throw invalidFile(file, z.prettifyError({ issues: error.issues.slice(0, 3) }));
  const { address, origin, arrays: hashes } = data.attributes.sprout;
  const arrays = new Map<string, ArrayLayout>();
  for (const name of arrayNames(address)) {
    const path = join(folder, name, METADATA);
    const content = await readText(path);
    if (sha256(content) !== hashes[name])
      throw invalidFile(path, `its SHA-256 is not the one in ${file}`);
    const layout = parseArray(parse(content, path));
    if (typeof layout === 'string') throw invalidFile(path, layout);
    arrays.set(name, layout);
  }
  return { address, origin, arrays };
}

/** The names of the arrays of a store. */
export function arrayNames({ copies }: Pick<FeatureAddress, 'copies'>): readonly string[] {
  const features = Array.from({ length: copies }, (_, copy) => featuresName(copy));
  return ['ids', 'labels', ...features];
}

async function readText(file: string): Promise<string> {
  const bytes = await readBytes(file, LIMIT);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw invalidFile(file, 'it is not text in UTF-8', cause);
  }
}

function parse(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw invalidFile(file, 'it is not JSON', cause);
  }
}
