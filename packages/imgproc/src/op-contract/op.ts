import type { OpSpec, Raster, Rng } from '@sprout/core';
import type { z } from 'zod';
import type { PullMatrix } from '../kernels/pull-matrix.ts';
import type { DrawnFault } from './drawn-fault.ts';
import type { DrawnOp } from './drawn-op.ts';
import type { ImageSize } from './image-size.ts';
import type { OpTools } from './op-tools.ts';

/** The schema of a spec: a strict object with the op's name in `op`. */
export type SpecSchema = z.ZodObject<{ op: z.ZodLiteral<string> }>;

/** The ops in the list that a field of the spec holds, each in the form that the caller's task needs. */
export type Within<T> = (field: string) => readonly T[];

/** Draws the numbers of an op in a list, from its own address. */
export type Draw = () => DrawnOp;

/** Maps the size of an image before an op to its size after it. `undefined` stands for an unknown size. */
export type SizeChange = (input: ImageSize | undefined) => ImageSize | undefined;

/** Checks a drawn op that an op's numbers have for an op in a list. `undefined` stands for one that is missing. */
export type CheckDrawn = (drawn: DrawnOp | undefined) => DrawnFault | undefined;

/** An op set up on one thread for one spec: its tables are built. */
export interface PreparedOp<Numbers = unknown> {
  /** Whether `apply` uses `tools.opencv`; false by default. Ops in lists declare it themselves. */
  readonly needsOpenCv?: boolean;
  /** For the first op of a recipe: files are decoded with this `reduceTo`. By default they are decoded whole. */
  readonly reduceTo?: ImageSize | undefined;
  /**
   * Whether `apply` may get pixels in memory that changes afterwards, because it neither keeps them nor uses `tools`. False by default.
   * The first ops of a recipe that have it are applied before the pixels are copied out of the memory of the decoder.
   */
  readonly atOnce?: boolean;
  /**
   * Changes an image. The same numbers give the same pixels.
   *
   * @param source `[height, width, 3]`. Never written to; it may be the result.
   * @param numbers As drawn; `undefined` for an op that draws nothing.
   */
  apply(source: Raster, numbers: Numbers, tools: OpTools): Raster;
  /**
   * For an op that replaces each value by its entry in a table: 256 values for all channels, or 256 for each. `undefined` if
   * it does anything else with these numbers. Ops in a row that have tables are applied as one table.
   */
  table?(numbers: Numbers): Uint8Array | undefined;
  /**
   * For an op that moves pixels: moves those of a mask in the same way, each to the nearest pixel. Other ops leave masks as they are.
   *
   * @param mask `[height, width, 1]`, values without an order. Never written to; it may be the result.
   */
  applyToMask?(mask: Raster, numbers: Numbers): Raster;
  /**
   * For an op that is an affine map of the pixel grid and keeps the size: the matrix with which it pulls the pixels of its result.
   *
   * @param file The image's path, for messages.
   */
  placement?(size: ImageSize, numbers: Numbers, file: string): PullMatrix;
}

/** One operation of recipes or augmentations. Its functions receive specs that `schema` has checked. */
export interface Op {
  readonly name: string;
  /** What the op does, for users. */
  readonly description: string;
  /** A spec that shows what the op does; `undefined` if the defaults show it. */
  readonly example?: OpSpec | undefined;
  readonly schema: SpecSchema;
  /** The fields of the spec that hold lists of ops. */
  readonly lists: readonly string[];
  /** Whether the op may only be the first of a recipe; false by default. */
  readonly onlyFirst?: boolean | undefined;
  /** The schema of the numbers that `draw` returns. */
  readonly numbers?: z.ZodType | undefined;
  /** Draws the numbers for one image, as plain data. It does not see the pixels. Missing for deterministic ops. */
  draw?(spec: OpSpec, rng: Rng, within: Within<Draw>): unknown;
  /** For an op with lists: the reason why an op may not be in them, as a sentence without its subject. */
  readonly refuses?: ((inner: Op, spec: OpSpec) => string | undefined) | undefined;
  /** Whether the prepared op has `placement`. */
  isPlaced(spec: OpSpec): boolean;
  /** Checks numbers that fit their schema against the spec, and the drawn ops in them against the ops in the lists. */
  checkDrawn?(numbers: unknown, within: Within<CheckDrawn>, spec: OpSpec): DrawnFault | undefined;
  /** The size of the result for an image of the given size. It does not depend on pixels or numbers. */
  size(
    input: ImageSize | undefined,
    spec: OpSpec,
    within: Within<SizeChange>,
  ): ImageSize | undefined;
  /** Prepares an op for many images: called once for each thread and spec. */
  setUp(spec: OpSpec, within: Within<PreparedOp>): PreparedOp;
}

/** An op with the type of its schema. */
export interface OpOf<S extends SpecSchema> extends Op {
  readonly schema: S;
}
