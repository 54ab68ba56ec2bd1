import { checkWhole, type GradientSource } from '@sprout/core';
import type { AscentStyle, Tile } from '@sprout/viz';
import type { Context } from '../event/run-context.ts';
import { runTask } from '../event/run-task.ts';
import { LIMITS } from '../options/limits.ts';
import type { AscentSubject } from './ascent-subject.ts';
import { type MadePicture, makePicture } from './make-picture.ts';
import { pictureFiles, type PictureFiles, tileOf } from './picture-files.ts';

export interface AscendSubjectsOptions extends Context {
  readonly style: AscentStyle;
  readonly seed: number;
  /** The folder for the pictures. */
  readonly out: string;
  /** The name of the file of the grid, without `.png`. */
  readonly grid: string;
  /** The number of pictures of the course in a strip; 0 for no strip. */
  readonly frames: number;
}

/** The picture of a subject. */
export interface SubjectPicture {
  readonly file: string;
  /** The strip of its course, if one was asked for. */
  readonly strip: string | undefined;
  /** The objective at the last step. */
  readonly value: number;
  /** The number of steps done. */
  readonly steps: number;
}

export interface SubjectPictures {
  /** In the order of the subjects; `undefined` for one whose gradient is zero from each start. */
  readonly pictures: readonly (SubjectPicture | undefined)[];
  readonly grid: string;
}

/** The number of starts from which a subject without a gradient is tried. */
export const STARTS = 3;
/** The tiles in a row of a grid. */
const COLUMNS = 8;

/**
 * Makes a picture of each subject and writes it as soon as it is finished, and a grid of all of them at the end. If it is stopped,
 * the grid has the pictures that are finished.
 *
 * @throws {SproutError} `option-invalid`, `file-unwritable`, and as `ascend`
 */
export async function ascendSubjects(
  source: GradientSource,
  subjects: readonly AscentSubject[],
  { out, grid, ...options }: AscendSubjectsOptions,
): Promise<SubjectPictures> {
  const { style, frames, emit } = options;
  checkWhole('frames', frames, { least: 0, most: LIMITS.frames.most });
  const files = await pictureFiles(out, { emit });
  const pictures: (SubjectPicture | undefined)[] = [];
  const tiles: Tile[] = [];
  const work = async (onProgress: (done: number) => void): Promise<void> => {
    for (const [at, subject] of subjects.entries()) {
      const onStep = (done: number) => onProgress(at * style.steps + done);
      const made = await makePicture(source, { ...options, ...subject, starts: STARTS, onStep });
      if (made === undefined) emit({ type: 'subject-dead', subject: subject.text, starts: STARTS });
      pictures.push(made && (await written(files, subject, made)));
      tiles.push(await tile(subject, made, source.imageShape));
    }
  };
  const writeGrid = () => files.writeGrid(grid, tiles, COLUMNS);
  try {
    await runTask(options, { task: 'ascend', total: subjects.length * style.steps }, work);
  } catch (error) {
    if (tiles.length > 1) await writeGrid();
    throw error;
  }
  return { pictures, grid: await writeGrid() };
}

async function written(
  files: PictureFiles,
  { name, caption }: AscentSubject,
  { picture, frames, value, steps }: MadePicture,
): Promise<SubjectPicture> {
  const file = await files.write(name, picture);
  const course = frames.map((frame) => tileOf(frame.picture, `${caption}, step ${frame.step}`));
  const strip =
    course.length === 0
      ? undefined
      : await files.writeGrid(`${name}-course`, await Promise.all(course), course.length);
  return { file, strip, value, steps };
}

/** The tile of a subject in the grid; black without a picture. */
function tile(
  { caption }: AscentSubject,
  made: MadePicture | undefined,
  [height, width, channels]: GradientSource['imageShape'],
): Promise<Tile> {
  const black = { height, width, channels, data: new Uint8Array(height * width * channels) };
  if (made === undefined) return tileOf(black, caption, 'no gradient');
  return tileOf(made.picture, caption, made.value.toPrecision(4));
}
