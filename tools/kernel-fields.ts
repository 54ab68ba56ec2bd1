/** A field of a kernel's parameters. */
type Field = readonly [name: string, type: string];

/** The fields of the kernels' parameters, by kernel. */
export type FieldsByKernel = Readonly<Record<string, readonly Field[]>>;

const CLASS = /@unmanaged\s+export class (\w+) \{\n(.*?)\n\}/gs;
const FIELD = /^ {2}(\w+)!: (\w+);/gm;
const EXPORT = /^export \{ (\w+) \} from/gm;

/**
 * Reads the parameters of the kernels from their AssemblyScript sources: the fields of the `@unmanaged` class that is the
 * first parameter of each function that `index.ts` exports.
 *
 * @param sources The texts of all source files.
 * @param index The text of `index.ts`.
 */
export function kernelFields(sources: readonly string[], index: string): FieldsByKernel {
  const text = sources.join('\n');
  const classes = new Map(
    [...text.matchAll(CLASS)].map(([, name, body]) => [
      name,
      [...body!.matchAll(FIELD)].map(([, field, type]): Field => [field!, type!]), // both groups match
    ]),
  );
  return Object.fromEntries(
    [...index.matchAll(EXPORT)].map(([, kernel]) => {
      const declaration = new RegExp(`export function ${kernel}\\(\\s*\\w+: (\\w+)`).exec(text);
      return [kernel!, classes.get(declaration?.[1]) ?? []]; // the group always matches
    }),
  );
}

/** The differences between the fields of the kernels and those of a table, one sentence each. */
export function fieldDifferences(kernels: FieldsByKernel, table: FieldsByKernel): string[] {
  const names = [...new Set([...Object.keys(kernels), ...Object.keys(table)])];
  return names.flatMap((kernel) => {
    const [declared, known] = [kernels[kernel], table[kernel]];
    if (declared === undefined) return [`There is no kernel ${kernel}.`];
    if (known === undefined) return [`The kernel ${kernel} is missing from the table.`];
    const length = Math.max(declared.length, known.length);
    return Array.from({ length }, (_, at) => difference(declared[at], known[at]))
      .map((found, at) => found && `Field ${at + 1} of the kernel ${kernel} ${found}.`)
      .filter((sentence) => sentence !== undefined);
  });
}

function difference(declared: Field | undefined, known: Field | undefined): string | undefined {
  const [own, other] = [declared, known].map((field) => field?.join(': ') ?? 'nothing');
  return own === other ? undefined : `is ${own} in AssemblyScript, but ${other} in the table`;
}
