import { pathToFileURL } from 'node:url';

/**
 * The URL of a script for the threads of tfjs' wasm binary in Node. It runs the script of tfjs, a classic browser worker.
 *
 * @param main The path of the threaded binary's module.
 */
export function wasmThreadUrl(main: string): URL {
  const script = `
    import { createRequire } from 'node:module';
    import { compileFunction } from 'node:vm';
    const require = createRequire(${JSON.stringify(pathToFileURL(main).href)});
    const { wasmWorkerContents } = require(${JSON.stringify(main.replace(/\.js$/, '.worker.js'))});
    globalThis.self = globalThis;
    const source = wasmWorkerContents.replace('"use strict";', '').replaceAll('\\n', '\\\\n');
    const start = compileFunction(source + ';globalThis.onmessage = self.onmessage', ['require', '__filename']);
    start(require, ${JSON.stringify(main)});`;
  return new URL(`data:text/javascript,${encodeURIComponent(script)}`);
}
