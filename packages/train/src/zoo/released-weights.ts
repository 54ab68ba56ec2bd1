import { type Json, shapeText, SproutError } from '@sprout/core';
import { byDepth } from '../model/layers/by-depth.ts';
import { readTopology } from '../model/layers/read-topology.ts';
import { expectedWeights, type ModelOutline } from '../model/surgery/model-outline.ts';
import type { NamedTensor } from '../tensor/named-tensor.ts';
import { reorder } from '../tensor/reorder.ts';
import { elementCount } from '../tensor/element-count.ts';
import type { ExpectedTensor } from '../weights/check-weights.ts';
import { baseEntry } from './bases/base-table.ts';
import { createBase } from './create-base.ts';
import type { Release, WeightSource } from './releases/release.ts';
import { releaseOf, releasesOf } from './releases/release-table.ts';

export interface ReleasedWeightsOptions {
  /** The name of the base. */
  readonly base: string;
  /** The library that released the tensors; the one that the base follows by default. */
  readonly library?: string | undefined;
  /** The base as it is built, with or without its top, whole or truncated. Without a head. */
  readonly outline: ModelOutline;
  /** The file of the tensors, for error messages. */
  readonly file?: string | undefined;
  /** The parameters that the base was created with. */
  readonly parameters?: Readonly<Record<string, Json>>;
}

/**
 * The weights of a base from the tensors of a released file: with the base's names, and with its order of axes. The file may also
 * hold layers of the network that `outline` lacks.
 *
 * @param tensors In the order of the file.
 * @returns In the order of the base's layers. Arrays whose axes keep their order are shared with `tensors`.
 * @throws {SproutError} `weights-unfit`, naming the first weights that are missing, have another shape (with both), or are unknown;
 *   `name-unknown`.
 */
export function releasedWeights(
  tensors: readonly NamedTensor[],
  { library, ...options }: ReleasedWeightsOptions,
): NamedTensor[] {
  const release = releaseOf(options.base, library);
  const { pairs, faults } = matched(tensors, { ...options, release });
  if (faults.length > 0) throw unfit(options, release, faults);
  const byName = new Map(tensors.map((tensor) => [tensor.name, tensor]));
  const found = new Map(
    pairs.map(({ weight, source }) => [
      weight.name,
      converted(byName.get(source.name)!, weight, source),
    ]), // no faults
  );
  return expectedWeights(options.outline).map(({ name }) => found.get(name)!); // the same weights
}

/**
 * The release that the tensors of a file belong to.
 *
 * @param tensors In the order of the file.
 * @throws {SproutError} `weights-unfit` for the release that has the fewest faults, naming them as `releasedWeights` does;
 *   `name-unknown` for the base.
 */
export function findRelease(
  tensors: readonly NamedTensor[],
  options: Omit<ReleasedWeightsOptions, 'library'>,
): Release {
  const [nearest] = releasesOf(options.base)
    .map((release) => ({
      release,
      faults: matched(tensors, { ...options, release }).faults,
    }))
    .sort((a, b) => a.faults.length - b.faults.length) as [Candidate]; // a base has a release
  if (nearest.faults.length > 0) throw unfit(options, nearest.release, nearest.faults);
  return nearest.release;
}

interface Candidate {
  readonly release: Release;
  readonly faults: readonly string[];
}

interface Matched {
  readonly pairs: readonly { readonly weight: ExpectedTensor; readonly source: WeightSource }[];
  /** One clause for each weight that is missing, has another shape, or is unknown. */
  readonly faults: readonly string[];
}

function matched(
  tensors: readonly NamedTensor[],
  {
    base,
    outline,
    release,
    parameters = {},
  }: Omit<ReleasedWeightsOptions, 'library'> & { readonly release: Release },
): Matched {
  const given = tensors.filter(({ name }) => !release.isIgnored(name));
  const byName = new Map(given.map((tensor) => [tensor.name, tensor]));
  const expected = inKerasOrder(outline);
  const sources = release.sources(expected, given);
  const pairs = expected.map((weight, at) => ({ weight, source: sources[at]! })); // one for each
  const known = new Set([
    ...sources.map(({ name }) => name),
    ...release.sources(inKerasOrder(wholeBase(base, parameters)), given).map(({ name }) => name),
  ]);
  const faults = [
    ...pairs.flatMap(({ weight, source }) => faultOf(weight, source, byName.get(source.name))),
    ...given.flatMap(({ name, shape }) =>
      known.has(name) ? [] : `${name} (${shapeText(shape)}) is not a weight of it`,
    ),
  ];
  return { pairs, faults };
}

/** The most faults that an error names. */
const NAMED = 3;

function unfit(
  { base, file }: Pick<ReleasedWeightsOptions, 'base' | 'file'>,
  { library }: Release,
  faults: readonly string[],
): SproutError {
  const weights = `The weights${file === undefined ? '' : ` in ${file}`} for ${base} in the form of ${library}`;
  const more = faults.length - NAMED;
  const named = [...faults.slice(0, NAMED), ...(more > 0 ? [`and ${more} more`] : [])];
  return new SproutError('weights-unfit', { weights, faults: named.join('; ') });
}

/** The weights by layer, in the order in which Keras lists layers. Some of its files are in this order and have no names of layers. */
function inKerasOrder(outline: ModelOutline): readonly ExpectedTensor[] {
  const layers = byDepth(readTopology(outline.topology));
  const order = new Map(layers.map(({ name }, at) => [name, at]));
  const weights = expectedWeights(outline);
  const place = (name: string): number => order.get(name.slice(0, name.lastIndexOf('/')))!; // each has a layer
  return weights.toSorted((a, b) => place(a.name) - place(b.name));
}

function wholeBase(base: string, parameters: Readonly<Record<string, Json>>): ModelOutline {
  return createBase(baseEntry(base).name, {
    height: 224,
    width: 224,
    includeTop: true,
    parameters,
  });
}

function faultOf(
  weight: ExpectedTensor,
  source: WeightSource,
  tensor: NamedTensor | undefined,
): readonly string[] {
  const expected = shapeText(source.shape);
  const what = source.name === weight.name ? source.name : `${source.name} for ${weight.name}`;
  if (tensor === undefined) return [`${what} (${expected}) is missing`];
  const received = shapeText(tensor.shape);
  if (received !== expected) return [`${what} has the shape ${received}, not ${expected}`];
  const length = elementCount(source.shape);
  return tensor.data.length === length
    ? []
    : [`${what} has ${tensor.data.length} numbers, not ${length}`];
}

function converted(
  { data }: NamedTensor,
  { name, shape }: ExpectedTensor,
  { order, view, shape: own }: WeightSource,
): NamedTensor {
  return { name, shape, data: order === undefined ? data : reorder(data, view ?? own, order) };
}
