/** A memory of WebAssembly that threads can share. Memories of this package do not grow, so the buffer is never detached. */
export interface WasmMemory {
  readonly buffer: SharedArrayBuffer;
}

/** The part of WebAssembly that is used here. `@types/node` does not declare it. */
interface WasmInterface {
  readonly validate: (bytes: Uint8Array) => boolean;
  readonly Memory: new (pages: {
    readonly initial: number;
    readonly maximum: number;
    readonly shared: true;
  }) => WasmMemory;
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: object };
}

/** `undefined` where Node runs without its just-in-time compiler (`--jitless`). */
export const { WebAssembly: wasm } = globalThis as unknown as {
  readonly WebAssembly: WasmInterface | undefined;
};
