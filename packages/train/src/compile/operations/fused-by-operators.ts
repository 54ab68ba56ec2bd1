import { addScaled } from '../../graph/emit/add-scaled.ts';
import type { Emitted, OperationContext } from '../contract/operation.ts';
import { activation } from './activation.ts';
import { centredConvolution } from './centred-convolution.ts';
import { maxPooling2d } from './max-pooling2d.ts';
import { normalisePeaks } from './normalise-peaks.ts';

/**
 * A fused convolution in onnxruntime's operators, with few passes over the large image:
 *
 * - The mean of a convolution is the convolution of the mean image. Its negative is the bias of the convolution, so that the
 *   result is centred.
 * - A non-decreasing function commutes with a maximum, so scale, shift and activation come after the pooling, on a fraction
 *   of the numbers. Channels with a negative gamma are negated in the filters, so that their scale is positive.
 * - The gradient of the pooling is zero except at the maxima, so the sums of batch normalisation's gradient run over the pooled
 *   numbers.
 */
export function fusedByOperators(context: OperationContext): Emitted {
  const { graph } = context;
  const parts = context.layer.parts!; // a fused convolution has parts
  const convolved = centredConvolution(context, parts);
  const { centred } = convolved;
  const normalisation = context.at(parts.normalisation);
  const pooled =
    parts.pooling === undefined
      ? undefined
      : maxPooling2d({
          ...context,
          layer: parts.pooling,
          inputs: [centred],
          needsInputGradient: true, // for the gradient of the filters
        });
  const peaks = pooled?.output ?? centred;
  const normalised = normalisePeaks(normalisation, { ...convolved, peaks });
  const active =
    parts.activation === undefined
      ? undefined
      : activation({ ...context, layer: parts.activation, inputs: [normalised.output] });
  return {
    output: active?.output ?? normalised.output,
    backward: (gradient) => {
      const before = active?.backward(gradient)[0] ?? gradient;
      const { direct, slope, offset } = normalised.backward(before);
      const unpooled = pooled?.backward(direct)[0] ?? direct;
      return convolved.backward(addScaled(graph, centred, { onto: unpooled, slope, offset }));
    },
  };
}
