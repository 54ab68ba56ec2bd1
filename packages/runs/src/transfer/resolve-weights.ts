import { SproutError } from '@sprout/core';
import {
  baseEntry,
  createBase,
  FILE_BASE,
  findRelease,
  outlineInFile,
  type Release,
} from '@sprout/train';
import type { Context } from '../event/run-context.ts';
import { fileBaseOptions } from './file-base-options.ts';
import { getWeights } from './get-weights.ts';
import { readWeightsFile, type WeightsFile } from './read-weights-file.ts';
import { type ModelSection, type Transfer, transferOf } from './transfer-of.ts';

/**
 * Adds to the section of a base what its file of weights decides: the hash, the format and the library, the input function, and the
 * parameters of the release. Sections of other models stay as they are.
 *
 * @param model With all fields set.
 * @param written As the configuration writes it. A `file` may be a URL.
 * @throws {SproutError} `weights-unfit`, naming the first weights that do not fit; and as `getWeights` and `readWeightsFile`.
 */
export async function resolveWeights<Section extends ModelSection>(
  model: Section,
  { written, ...context }: Context & { readonly written: ModelSection },
): Promise<Section> {
  const transfer = transferOf(model);
  if (transfer === undefined) return model;
  const given = await getWeights(transfer, context);
  const read = await readWeightsFile(given.file);
  checkHash(given, read);
  const release = releaseIn({ ...read, file: given.file }, { ...transfer, weights: given });
  return {
    ...model,
    weights: {
      ...given,
      sha256: read.sha256,
      format: read.content.format,
      library: release.library,
    },
    input: transfer.input ?? release.input,
    ...release.parameters,
    ...writtenParameters(written, release.parameters),
  };
}

/** @throws {SproutError} `file-invalid` if the file has another hash than the configuration. */
export function checkHash(
  { file, sha256 }: NonNullable<Transfer['weights']>,
  read: WeightsFile,
): void {
  if (sha256 === undefined || sha256 === read.sha256) return;
  const reason = `its SHA-256 is ${read.sha256}, not ${sha256} as in the configuration`;
  throw new SproutError('file-invalid', { file, reason });
}

/** What a file of weights decides. */
interface Decided extends Pick<Release, 'input'> {
  readonly library: string;
  readonly parameters?: Readonly<Record<string, string>>;
}

function releaseIn(
  { content, file }: WeightsFile & { readonly file: string },
  transfer: Transfer,
): Decided {
  const { base, parameters, input } = transfer;
  if (base === FILE_BASE) {
    outlineInFile(content, fileBaseOptions(transfer, {}));
    return { library: content.format, input: input! }; // checked by `fileBaseOptions`
  }
  const { size } = baseEntry(base);
  const outline = createBase(base, { height: size, width: size, parameters });
  return findRelease(content.tensors, { base, outline, parameters, file });
}

/** The parameters of a release that the configuration sets: it takes precedence. */
function writtenParameters(
  written: ModelSection,
  parameters: Readonly<Record<string, string>> = {},
): Readonly<Record<string, unknown>> {
  const names = Object.keys(parameters).filter((name) => written[name] !== undefined);
  return Object.fromEntries(names.map((name) => [name, written[name]]));
}
