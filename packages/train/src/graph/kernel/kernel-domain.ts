/**
 * The operator set of nodes that are none of onnxruntime's: kernels in WebAssembly, by the names and with the parameters
 * that `packages/train/kernels` gives them (attributes are the fields of their first parameter, in order; inputs and
 * outputs are the others), and `View`.
 */
export const KERNEL_DOMAIN = 'sprout';
