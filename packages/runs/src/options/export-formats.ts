/** The formats of `exportModel`. */
export const EXPORT_FORMATS = ['tfjs', 'onnx', 'safetensors', 'keras-weights'] as const;

export type ExportFormat = (typeof EXPORT_FORMATS)[number];
