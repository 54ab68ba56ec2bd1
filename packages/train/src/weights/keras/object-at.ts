import type { Hdf5Group, Hdf5Object } from '../hdf5/hdf5-object.ts';

/** The object at a path in a group: the names of Keras have slashes, which make nested groups. */
export function objectAt(group: Hdf5Group, path: string): Hdf5Object | undefined {
  let object: Hdf5Object | undefined = group;
  for (const name of path.split('/')) {
    if (object?.kind !== 'group') return undefined;
    object = object.children.get(name);
  }
  return object;
}
