/** The most bytes of an attribute, as Keras has it: an object header of HDF5 has less than 64 KB for one. */
const LIMIT = 64_512;

/**
 * A list of texts as the attributes that Keras makes of it: one, or `name0`, `name1` with parts of equal length if one would be too
 * large.
 */
export function dividedAttribute(
  name: string,
  texts: readonly string[],
): readonly (readonly [name: string, texts: readonly string[]])[] {
  const longest = Math.max(1, ...texts.map((text) => Buffer.byteLength(text)));
  const most = Math.max(1, Math.floor(LIMIT / longest));
  const count = Math.ceil(texts.length / most);
  if (count <= 1) return [[name, texts]];
  const length = Math.ceil(texts.length / count);
  return Array.from({ length: count }, (_, index) => [
    `${name}${index}`,
    texts.slice(index * length, (index + 1) * length),
  ]);
}
