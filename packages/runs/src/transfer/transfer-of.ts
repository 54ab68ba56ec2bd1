import type { Json } from '@sprout/core';
import {
  type BaseName,
  type FILE_BASE,
  isBase,
  TRANSFER_FIELDS,
  type TransferOptions,
  transferSchema,
} from '@sprout/train';

/** The section `model` of a configuration. */
export interface ModelSection {
  readonly name: string;
  readonly [field: string]: unknown;
}

/** A base with a head, as a configuration describes it. */
export interface Transfer extends TransferOptions {
  readonly base: BaseName | typeof FILE_BASE;
  /** The parameters of the base, such as `alpha`. */
  readonly parameters: Readonly<Record<string, Json>>;
}

/**
 * The base and the head of a section that was checked already.
 *
 * @returns `undefined` for a model that is trained from scratch.
 */
export function transferOf({ name, ...fields }: ModelSection): Transfer | undefined {
  if (!isBase(name)) return undefined;
  const parsed = transferSchema(name).parse(fields);
  const parameters = Object.entries(parsed).filter(([field]) => !TRANSFER_FIELDS.includes(field));
  return {
    ...parsed,
    base: name,
    parameters: Object.fromEntries(parameters) as Record<string, Json>, // parsed from JSON or YAML
  };
}
