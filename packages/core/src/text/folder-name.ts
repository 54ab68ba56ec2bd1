/** The names that Windows reserves for devices, with any extension. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?$/i;

/**
 * A class name as the name of a folder that is valid on Linux, macOS and Windows. Characters that one of these systems forbids become `_`, and
 * so do spaces and dots at the end. An empty, hidden or reserved name gets `_` in front. Different class names may have the same folder name,
 * and the length is not limited.
 */
export function folderName(text: string): string {
  const name = text.replaceAll(/[\p{Cc}/\\:*?"<>|]/gu, '_');
  const isRefused = name === '' || name.startsWith('.') || DEVICE.test(name);
  const ended = name.replace(/[. ]+$/, (end) => '_'.repeat(end.length));
  return isRefused ? `_${ended}` : ended;
}
