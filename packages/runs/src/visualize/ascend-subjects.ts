import { checkWhole, type GradientSource } from '@sprout/core';
import type { AscentStyle, Tile } from '@sprout/viz';
import type { Context } from '../event/run-context.ts';
import { runTask } from '../event/run-task.ts';
import { sheetColumns } from '../images/sheet-columns.ts';
import { tileOf } from '../images/tile-of.ts';
import { LIMITS } from '../options/limits.ts';
import type { AscentSubject } from './ascent-subject.ts';
import { type MadePicture, makePictures } from './make-pictures.ts';
import { pictureFiles, type PictureFiles } from './picture-files.ts';

export interface AscendSubjectsOptions extends Context {
  readonly style: AscentStyle;
  readonly seed: number;
  /** The folder for the pictures. */
  readonly out: string;
  /** The name of the file of the grid, without `.png`. */
  readonly grid: string;
  /** The number of pictures of the course, in a strip and an animation; 0 for neither. */
  readonly frames: number;
  /** The number of pictures of each subject. */
  readonly variants: number;
}

/** The picture of a subject. */
export interface SubjectPicture {
  readonly file: string;
  /** The strip of its course, and the same as an animated WebP, if they were asked for. */
  readonly strip: string | undefined;
  readonly animation: string | undefined;
  /** The objective at the last step. */
  readonly value: number;
  /** The number of steps done. */
  readonly steps: number;
}

export interface SubjectPictures {
  /** In the order of the subjects, one of each variant; none of a subject whose gradient is zero from each start. */
  readonly pictures: readonly (readonly SubjectPicture[])[];
  readonly grid: string;
}

/** The number of starts from which a subject without a gradient is tried. */
export const STARTS = 3;

/**
 * Makes pictures of each subject and writes them as soon as they are finished, and a grid of all of them at the end. If it is stopped,
 * the grid has the pictures that are finished.
 *
 * @param sources The model at rising sizes.
 * @throws {SproutError} `option-invalid`, `file-unwritable`, and as `ascendOctaves`
 */
export async function ascendSubjects(
  sources: readonly GradientSource[],
  subjects: readonly AscentSubject[],
  { out, grid, ...options }: AscendSubjectsOptions,
): Promise<SubjectPictures> {
  const { style, frames, variants, emit } = options;
  checkWhole('frames', frames, { least: 0, most: LIMITS.frames.most });
  checkWhole('variants', variants, LIMITS.variants);
  const files = await pictureFiles(out, { emit });
  const pictures: SubjectPicture[][] = [];
  const tiles: Tile[] = [];
  const work = async (onProgress: (done: number) => void): Promise<void> => {
    for (const [at, subject] of subjects.entries()) {
      const onStep = (done: number) => onProgress(at * style.steps + done);
      const made = await makePictures(sources, { ...options, ...subject, starts: STARTS, onStep });
      if (made.length === 0) emit({ type: 'subject-dead', subject: subject.text, starts: STARTS });
      pictures.push([]);
      for (const [variant, one] of made.entries())
        pictures[at]!.push(
          await written(files, { ...subject, ...named(subject, variant, variants) }, one),
        ); // just pushed
      tiles.push(...(await tilesOf(subject, made, sources.at(-1)!.imageShape))); // there is a size
    }
  };
  const writeGrid = () =>
    files.writeGrid(grid, tiles, variants === 1 ? sheetColumns(tiles.length) : variants);
  try {
    await runTask(options, { task: 'ascend', total: subjects.length * style.steps }, work);
  } catch (error) {
    if (tiles.length > 1) await writeGrid();
    throw error;
  }
  return { pictures, grid: await writeGrid() };
}

type Named = Pick<AscentSubject, 'name' | 'caption'>;

/** The variants of a subject have letters. */
function named({ name, caption }: AscentSubject, variant: number, variants: number): Named {
  if (variants === 1) return { name, caption };
  const letter = String.fromCodePoint('a'.codePointAt(0)! + variant);
  return { name: `${name}${letter}`, caption: `${caption} ${letter}` };
}

async function written(
  files: PictureFiles,
  { name, caption, text }: AscentSubject,
  { picture, frames, value, steps }: MadePicture,
): Promise<SubjectPicture> {
  const file = await files.write(name, picture, text);
  if (frames.length === 0) return { file, strip: undefined, animation: undefined, value, steps };
  const course = frames.map((frame) =>
    tileOf(frame.picture, { caption: `${caption}, step ${frame.step}` }),
  );
  const strip = await files.writeGrid(`${name}-course`, await Promise.all(course), course.length);
  const shown = frames.map((frame) => frame.picture);
  const animation = await files.writeAnimation(`${name}-course`, shown);
  return { file, strip, animation, value, steps };
}

/** The tiles of a subject in the grid; a black one without pictures. */
async function tilesOf(
  subject: AscentSubject,
  made: readonly MadePicture[],
  [height, width, channels]: GradientSource['imageShape'],
): Promise<Tile[]> {
  const black = { height, width, channels, data: new Uint8Array(height * width * channels) };
  if (made.length === 0)
    return [await tileOf(black, { caption: subject.caption, note: 'no gradient' })];
  const tiles = made.map(({ picture, value }, variant) => {
    const { caption } = named(subject, variant, made.length);
    return tileOf(picture, { caption, note: `${subject.quantity} ${value.toPrecision(3)}` });
  });
  return Promise.all(tiles);
}
