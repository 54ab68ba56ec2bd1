/**
 * The name of the PNG file of each image: `a/b.jpg` becomes `a/b.png`. Images that would get the same name keep their extension:
 * `a/b.jpg` and `a/b.png` become `a/b.jpg.png` and `a/b.png.png`. The names do not depend on the order of the ids.
 */
export function preparedNames(ids: readonly string[]): string[] {
  const extended = new Set<string>();
  for (;;) {
    const names = ids.map((id) => `${extended.has(id) ? id : withoutExtension(id)}.png`);
    const counts = new Map<string, number>();
    for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
    const shared = ids.filter((id, at) => counts.get(names[at]!)! > 1 && !extended.has(id));
    if (shared.length === 0) return names;
    for (const id of shared) extended.add(id);
  }
}

function withoutExtension(id: string): string {
  return id.replace(/(?<=[^/])\.[^./]*$/, '');
}
