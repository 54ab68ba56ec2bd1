import type { Pointer } from './c-api.ts';
import type { Koffi } from './load-koffi.ts';

/** Names as texts of C. They are kept for later runs. */
export class NativeNames {
  readonly #koffi: Pick<Koffi, 'address'>;
  readonly #texts = new Map<string, { readonly text: Uint8Array; readonly address: Pointer }>();

  constructor(koffi: Pick<Koffi, 'address'>) {
    this.#koffi = koffi;
  }

  /** The addresses of names, which are valid as long as this object. */
  of(names: readonly string[]): BigUint64Array {
    return BigUint64Array.from(names, (name) => this.#addressOf(name));
  }

  #addressOf(name: string): Pointer {
    const known = this.#texts.get(name);
    if (known !== undefined) return known.address;
    const text = new TextEncoder().encode(`${name}\0`);
    const address = this.#koffi.address(text);
    this.#texts.set(name, { text, address });
    return address;
  }
}
