/** Whether the setting `features` is the path of a store, and not `auto` or `none`. */
export function isStore(features: string | undefined): features is string {
  return features !== undefined && features !== 'auto' && features !== 'none';
}
