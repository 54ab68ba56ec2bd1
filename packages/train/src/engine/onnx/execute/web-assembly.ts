/** WebAssembly's memory, whose buffer is never detached here: it does not grow. */
export interface WasmMemory {
  readonly buffer: ArrayBuffer;
}

/** The part of WebAssembly's interface that is used here; Node has it, its declarations do not. */
interface WasmInterface {
  readonly validate: (bytes: Uint8Array) => boolean;
  readonly Memory: new (pages: {
    readonly initial: number;
    readonly maximum: number;
  }) => WasmMemory;
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: object };
}

/** Missing where Node runs without a compiler. */
export const { WebAssembly: wasm } = globalThis as unknown as {
  readonly WebAssembly: WasmInterface | undefined;
};
