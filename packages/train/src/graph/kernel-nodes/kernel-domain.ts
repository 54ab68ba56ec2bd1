/**
 * The operator set of the nodes that onnxruntime does not execute: the kernels in WebAssembly, by name, and `View`. The
 * attributes of a kernel's node are its parameters (`KERNEL_PARAMETERS`); inputs and outputs are the arrays that it reads and
 * writes.
 */
export const KERNEL_DOMAIN = 'sprout';
