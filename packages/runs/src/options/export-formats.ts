/** The formats of `exportModel`. */
export const EXPORT_FORMATS = [
  'tfjs',
  'onnx',
  'teachable-machine',
  'keras-weights',
  'safetensors',
] as const;

export type ExportFormat = (typeof EXPORT_FORMATS)[number];
