import { enlargeImages } from '../images/enlarge-images.ts';
import type { HeatMap } from './attribution-target.ts';

/** A map at another size, as `enlargeImages`. A map of that size is returned as it is. */
export function enlargeMap(
  map: HeatMap,
  { height, width }: { readonly height: number; readonly width: number },
): HeatMap {
  if (map.height === height && map.width === width) return map;
  const shape = { count: 1, height: map.height, width: map.width, channels: 1 };
  return { height, width, values: enlargeImages(map.values, shape, { height, width }) };
}
