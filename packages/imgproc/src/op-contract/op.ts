import type { OpSpec, Raster, Rng } from '@sprout/core';
import type { z } from 'zod';
import type { DrawnOp } from './drawn-op.ts';
import type { ImageSize } from './image-size.ts';
import type { OpTools } from './op-tools.ts';

/** The schema of a spec: a strict object with the op's name in `op`. */
export type SpecSchema = z.ZodObject<{ op: z.ZodLiteral<string> }>;

/** The ops in the list that stands in a field of the spec; how each of them is seen depends on who asks. */
export type Within<T> = (field: string) => readonly T[];

/** Draws the numbers of an op in a list, from its own address. */
export type Draw = () => DrawnOp;

/** From the size of an image to its size afterwards. `undefined` stands for a size that is not known. */
export type SizeChange = (input: ImageSize | undefined) => ImageSize | undefined;

/** An op set up on one thread for one spec: its tables are built. */
export interface PreparedOp<Numbers = unknown> {
  /** Whether `apply` uses `tools.opencv`; false by default. Ops in lists answer for themselves. */
  readonly needsOpenCv?: boolean;
  /**
   * Changes an image. The same numbers give the same pixels.
   *
   * @param source `[height, width, 3]`. Never written to; it may be the result.
   * @param numbers As drawn; `undefined` for an op that draws nothing.
   */
  apply(source: Raster, numbers: Numbers, tools: OpTools): Raster;
}

/** One operation of recipes or augmentations. Every `spec` is one that `schema` returned. */
export interface Op {
  readonly name: string;
  readonly schema: SpecSchema;
  /** The fields of the spec that hold lists of ops. */
  readonly lists: readonly string[];
  /** The schema of what `draw` returns. */
  readonly numbers?: z.ZodType | undefined;
  /** Draws the numbers for one image, as plain data. Sees no pixels. Missing where nothing is random. */
  draw?(spec: OpSpec, rng: Rng, within: Within<Draw>): unknown;
  /** The size of the result for an image of the given size; known before any image is read. */
  size(
    input: ImageSize | undefined,
    spec: OpSpec,
    within: Within<SizeChange>,
  ): ImageSize | undefined;
  /** Builds what `apply` needs: called once for each thread and spec. */
  setUp(spec: OpSpec, within: Within<PreparedOp>): PreparedOp;
}
