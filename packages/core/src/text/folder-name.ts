/** Names that Windows keeps for devices, with any extension. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?$/i;

/**
 * A name of a class as the name of a folder, on every system: names of classes that come from a file may be anything. Characters
 * that a system refuses become `_`, as do spaces and dots at the end; names that are hidden or reserved get `_` in front.
 */
export function folderName(text: string): string {
  const name = text.replaceAll(/[\p{Cc}/\\:*?"<>|]/gu, '_');
  const isRefused = name === '' || name.startsWith('.') || DEVICE.test(name);
  const ended = name.replace(/[. ]+$/, (end) => '_'.repeat(end.length));
  return isRefused ? `_${ended}` : ended;
}
