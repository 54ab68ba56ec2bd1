import { SproutError } from '@sprout/core';
import { classFiles, classFolders } from './class-files.ts';
import type { FlowContext } from './flow-context.ts';
import { type FileBatch, type FilesOptions, flowFromFiles } from './flow-from-files.ts';
import type { KerasBatches } from './keras-batches.ts';
import { labelsOf } from './labels.ts';

const CLASS_MODES = ['categorical', 'binary', 'sparse', 'input', null] as const;

export interface FlowFromDirectoryOptions extends FilesOptions {
  /** The folders of the classes in the order of their labels. @default all folders, in code-point order */
  readonly classes?: readonly string[] | undefined;
  /**
   * The labels: `categorical` one row a class with a 1 at its place, `binary` and `sparse` the index of the class, `input` the images
   * themselves, `null` none. @default categorical
   */
  readonly classMode?: (typeof CLASS_MODES)[number];
  /** Whether links to folders within the class folders are followed. @default false */
  readonly followLinks?: boolean;
}

/** A batch of files with their labels. */
export interface LabelledBatch extends FileBatch {
  readonly y: Float32Array | null;
}

/** Batches of a folder with a folder for each class. */
export interface DirectoryBatches extends KerasBatches<LabelledBatch> {
  readonly filenames: readonly string[];
  /** The label of each file. */
  readonly labels: readonly number[];
  readonly classIndices: Readonly<Record<string, number>>;
}

/**
 * Batches of the images in the class folders of a folder: `flow_from_directory` of Keras.
 *
 * @throws {SproutError} `folder-unreadable`, `option-invalid`. Batches are rejected with the errors of `decode`.
 */
export async function flowFromDirectory(
  folder: string,
  options: FlowFromDirectoryOptions,
  context: FlowContext,
): Promise<DirectoryBatches> {
  const { classMode = 'categorical', followLinks = false, subset, classes: given = [] } = options;
  if (!CLASS_MODES.includes(classMode)) {
    const rule = 'categorical, binary, sparse, input or null';
    throw new SproutError('option-invalid', {
      option: 'classMode',
      value: String(classMode),
      rule,
    });
  }
  const classes = given.length > 0 ? given : await classFolders(folder);
  const { validationSplit } = context.pipeline.options;
  const listed = await Promise.all(
    classes.map((name) => classFiles(folder, name, { subset, validationSplit, followLinks })),
  );
  const filenames = listed.flat();
  const labels = listed.flatMap((files, label) => files.map(() => label));
  const extend = (batch: FileBatch) => ({
    y: labelsOf(batch, { mode: classMode, labels, classes: classes.length }),
  });
  const batches = flowFromFiles({ folder, filenames }, { ...options, extend }, context);
  const classIndices = Object.fromEntries(classes.map((name, label) => [name, label]));
  return { ...batches, filenames, labels, classIndices };
}
