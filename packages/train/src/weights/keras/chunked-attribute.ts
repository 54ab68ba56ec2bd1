import type { Hdf5Attributes } from '../hdf5/hdf5-object.ts';

/** The texts of an attribute. Keras divides one of more than 64 KB: `layer_names0`, `layer_names1`. */
export function chunkedAttribute(
  attributes: Hdf5Attributes,
  name: string,
): readonly string[] | undefined {
  const whole = attributes.get(name);
  if (whole !== undefined) return whole;
  const texts: string[] = [];
  for (let index = 0; ; index++) {
    const part = attributes.get(`${name}${index}`);
    if (part === undefined) return index === 0 ? undefined : texts;
    texts.push(...part);
  }
}
