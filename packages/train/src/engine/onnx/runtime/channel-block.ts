import { GraphBuilder } from '../../../graph/ir/graph-builder.ts';
import { encodeOnnx } from '../../../graph/write/onnx-writer.ts';
import type { Onnxruntime } from './load-onnxruntime.ts';
import { createRunner, tensor } from './onnx-runner.ts';

/** Fewer than in any channel block: onnxruntime pads them to a whole block. */
const CHANNELS = 4;

/** The length of a channel block in onnxruntime's NCHWc convolutions on this processor; 1 where it has none for it. */
export function channelBlock(onnxruntime: Onnxruntime): number {
  const graph = new GraphBuilder();
  const image = graph.input('image', [1, CHANNELS, 1, 1]);
  const shape = [1, 'batch', 1, 1] as const; // unknown
  graph.output(
    'blocks',
    graph.node('ReorderInput', [image], { shape, domain: 'com.microsoft.nchwc' }),
  );
  const file = encodeOnnx(graph.finish('probe'));
  try {
    const run = createRunner(onnxruntime, file, { outputs: ['blocks'], threads: 1 });
    const { blocks } = run({ image: tensor(new Float32Array(CHANNELS), [1, CHANNELS, 1, 1]) });
    return blocks!.dims[1]!; // the only output, of four axes
  } catch {
    return 1;
  }
}
