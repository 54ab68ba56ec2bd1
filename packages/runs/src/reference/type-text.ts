import { alternativesOf, entriesOf, type JsonNode } from './json-node.ts';
import { specText } from './spec-text.ts';

/** The type of a field in words: `integer`, `[low, high]`, `list of integer`, `nearest, reflect, wrap or constant`. */
export function typeText(node: JsonNode): string {
  const names = valuesOf(node);
  if (names !== undefined) return either(names.map(specText));
  const alternatives = alternativesOf(node);
  if (alternatives.length > 1) return either([...new Set(alternatives.map(typeText))]);
  if (node.$ref !== undefined) return 'op';
  if (node.type !== 'array') return String(node.type ?? 'any');
  if (!Array.isArray(node.items)) return `list of ${plural(typeText(entriesOf(node)[0] ?? {}))}`;
  const types = entriesOf(node).map(typeText);
  if (types.length !== 2) return `[${types.join(', ')}]`;
  return types[0] === 'integer' ? '[low, high], integers' : '[low, high]';
}

/** The limits of a number, of both ends of an interval, or of the entries of a list; empty if there are none. */
export function rangeText(node: JsonNode): string {
  const ranges = alternativesOf(node).map((each) =>
    each.type === 'array' ? rangeText(entriesOf(each)[0] ?? {}) : limits(each),
  );
  return [...new Set(ranges.filter((text) => text !== ''))].join(' or ');
}

function limits({ minimum, maximum, exclusiveMinimum, exclusiveMaximum }: JsonNode): string {
  const least = withWord(minimum, '') ?? withWord(exclusiveMinimum, 'above ');
  const most = withWord(maximum, '') ?? withWord(exclusiveMaximum, 'below ');
  if (least !== undefined && most !== undefined) return `${least} to ${most}`;
  if (most !== undefined) return maximum === undefined ? most : `at most ${most}`;
  if (least === undefined) return '';
  return minimum === undefined ? least : `at least ${least}`;
}

/** `undefined` without a limit, or if it is the limit of all safe integers. */
function withWord(limit: number | undefined, word: string): string | undefined {
  const isNone = limit === undefined || Math.abs(limit) >= Number.MAX_SAFE_INTEGER;
  return isNone ? undefined : `${word}${limit}`;
}

/** The values of an enumeration or of alternatives that are single values. */
function valuesOf(node: JsonNode): readonly unknown[] | undefined {
  const values = alternativesOf(node).map(
    (each) => each.enum ?? ('const' in each ? [each.const] : undefined),
  );
  return values.every((each) => each !== undefined) ? values.flat() : undefined;
}

function either(texts: readonly string[]): string {
  const [last = '', ...others] = texts.toReversed();
  return others.length === 0 ? last : `${others.toReversed().join(', ')} or ${last}`;
}

function plural(type: string): string {
  return /^(integer|number|string|object|op)$/.test(type) ? `${type}s` : type;
}
