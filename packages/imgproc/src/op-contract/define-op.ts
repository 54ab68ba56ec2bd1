import type { Rng } from '@sprout/core';
import type { z } from 'zod';
import { lookUp } from '../kernels/look-up.ts';
import type { DrawnFault } from './drawn-fault.ts';
import type { ImageSize } from './image-size.ts';
import type {
  CheckDrawn,
  Draw,
  Op,
  OpOf,
  PreparedOp,
  SizeChange,
  SpecSchema,
  Within,
} from './op.ts';

/** An op that does nothing but replace each value by its entry in a table: 256 values for all channels, or 256 for each. */
export interface TableOp<Numbers> {
  table(numbers: Numbers): Uint8Array;
}

/** The parts of an op. An op has both `numbers` and `draw`, or neither. */
export interface OpDefinition<S extends SpecSchema, N extends z.ZodType> {
  /** What the op does, for users. The first sentence is complete by itself; the others name the library with the same pixels, and the limits. */
  readonly description?: string;
  /** A spec that shows what the op does; the defaults if it is left out. An op with a field without a default needs one. */
  readonly example?: z.input<S>;
  readonly schema: S;
  /** The fields of the spec that are made by `opList`. */
  readonly lists?: readonly (keyof z.output<S> & string)[];
  /** Whether the op may only be the first of a recipe; false by default. */
  readonly onlyFirst?: boolean;
  readonly numbers?: N;
  readonly draw?: (spec: z.output<S>, rng: Rng, within: Within<Draw>) => z.output<N>;
  /**
   * Checks numbers that fit their schema against the spec: for an op with lists the drawn ops in its numbers, with the functions of
   * `check-inner.ts`.
   */
  readonly checkDrawn?: (
    numbers: z.output<N>,
    within: Within<CheckDrawn>,
    spec: z.output<S>,
  ) => DrawnFault | undefined;
  /** By default images keep their size. */
  readonly size?: (
    input: ImageSize | undefined,
    spec: z.output<S>,
    within: Within<SizeChange>,
  ) => ImageSize | undefined;
  /** For an op with lists: the reason why an op may not be in them. */
  readonly refuses?: Op['refuses'];
  /** For an op that is, with this spec, an affine map of the pixel grid and keeps the size: its matrix. */
  readonly placement?: (spec: z.output<S>) => PreparedOp<z.output<N>>['placement'];
  readonly setUp: (
    spec: z.output<S>,
    within: Within<PreparedOp>,
  ) => PreparedOp<z.output<N>> | TableOp<z.output<N>>;
}

/**
 * Defines an op. Without `draw` it is deterministic; with `draw`, its numbers are drawn for each sample and epoch: spec ->
 * draw -> numbers -> apply. Spec and numbers are plain data that survive JSON.
 */
export function defineOp<S extends SpecSchema, N extends z.ZodType = z.ZodUndefined>({
  description = '',
  example,
  schema,
  lists = [],
  onlyFirst,
  numbers,
  draw,
  checkDrawn,
  size = (input) => input,
  refuses,
  placement,
  setUp,
}: OpDefinition<S, N>): OpOf<S> {
  const op = {
    name: schema.shape.op.value,
    description,
    example,
    schema,
    lists,
    onlyFirst,
    numbers,
    size,
    refuses,
    isPlaced: (spec: z.output<S>) => placement?.(spec) !== undefined,
    setUp: (spec: z.output<S>, within: Within<PreparedOp>) => {
      const prepared = applicable(setUp(spec, within));
      const place = placement?.(spec);
      return place === undefined ? prepared : { ...prepared, placement: place };
    },
  };
  return { ...op, ...(draw && { draw }), ...(checkDrawn && { checkDrawn }) };
}

function applicable<Numbers>(
  prepared: PreparedOp<Numbers> | TableOp<Numbers>,
): PreparedOp<Numbers> {
  if ('apply' in prepared) return prepared;
  return { ...prepared, apply: (source, numbers) => lookUp(source, prepared.table(numbers)) };
}
