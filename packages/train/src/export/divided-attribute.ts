/** Keras' limit for the bytes of an attribute. The object header of an HDF5 file holds less than 64 KB. */
const LIMIT = 64_512;

/**
 * Divides a list of texts into attributes as Keras does: one attribute, or `name0`, `name1` and so on with parts of equal length if one
 * would be too large. The counterpart of `chunkedAttribute`.
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
