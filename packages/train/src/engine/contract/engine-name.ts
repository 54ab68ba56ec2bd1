/** The engines, fastest first. `tensorflow` is tfjs-node. */
export const ENGINE_NAMES = ['tensorflow', 'onnx', 'wasm', 'cpu'] as const;

export type EngineName = (typeof ENGINE_NAMES)[number];
