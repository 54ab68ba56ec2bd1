import { GraphBuilder } from '../../../graph/ir/graph-builder.ts';
import { encodeOnnx } from '../../../graph/write/onnx-writer.ts';
import type { Onnxruntime } from './start-onnxruntime.ts';
import { createRunner } from './onnx-runner.ts';
import { tensor } from './tensors.ts';

/** At most as many as a channel block has. onnxruntime pads them to a whole channel block. */
const CHANNELS = 4;

/** The length of a channel block in NCHWc on this processor; 1 where onnxruntime has no convolutions in NCHWc for it. */
export function channelBlock(onnxruntime: Onnxruntime): number {
  const graph = new GraphBuilder();
  const image = graph.input('image', [1, CHANNELS, 1, 1]);
  const shape = [1, 'batch', 1, 1] as const; // the padded number of channels is unknown
  graph.output(
    'blocks',
    graph.node('ReorderInput', [image], { shape, domain: 'com.microsoft.nchwc' }),
  );
  const file = encodeOnnx(graph.finish('probe'));
  try {
    const run = createRunner(onnxruntime, file, { outputs: ['blocks'], threads: 1 });
    const { blocks } = run({ image: tensor(new Float32Array(CHANNELS), [1, CHANNELS, 1, 1]) });
    return blocks!.dims[1]!; // the only output has four axes
  } catch {
    return 1;
  }
}
