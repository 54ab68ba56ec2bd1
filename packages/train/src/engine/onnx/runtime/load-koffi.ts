/** The part of koffi that is used here: calls of functions in native libraries. */
export interface Koffi {
  readonly load: (library: string) => {
    readonly func: (
      name: string,
      result: string,
      args: readonly string[],
    ) => (...given: readonly unknown[]) => unknown;
  };
  /** A function's type. */
  readonly proto: (result: string, args: readonly string[]) => object;
  readonly call: (address: bigint, type: object, ...given: readonly unknown[]) => unknown;
  /** The address of the numbers of an array. */
  readonly address: (array: ArrayBufferView) => bigint;
  /** The memory at an address. It must not be used after that memory is freed. */
  readonly view: (address: bigint, length: number) => ArrayBuffer;
}

/** koffi. @throws {Error} Where the optional package is missing, or has no binary for this platform. */
export async function loadKoffi(): Promise<Koffi> {
  // a variable, so that bundlers for browsers do not resolve it
  const specifier = 'koffi';
  const { default: koffi } = (await import(/* @vite-ignore */ specifier)) as {
    readonly default: Koffi;
  }; // pinned at 3.3.4
  return koffi;
}
