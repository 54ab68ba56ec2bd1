/** The output of one layer of a model. */
export interface LayerAddress {
  /** The layer's name in the layers model. */
  readonly layer: string;
  /** Takes the input of the layer's activation instead: the logits of a layer with a softmax, for example. */
  readonly beforeActivation?: boolean | undefined;
}

/**
 * A measure of a layer's output. The output is `[height, width, channels]` for each image, or `[channels]`: the classes of a
 * classifier, for example.
 */
export type Measure =
  /** The mean over all positions of one channel. */
  | { readonly measure: 'channel'; readonly channel: number }
  /** One number: a channel at a position, both from 0. */
  | {
      readonly measure: 'neuron';
      readonly row: number;
      readonly column: number;
      readonly channel: number;
    }
  /** The mean of the squares of the whole output, as DeepDream maximises it. */
  | { readonly measure: 'mean-square' }
  /** The mean over all positions of the dot product with a direction, one number for each channel. */
  | { readonly measure: 'direction'; readonly direction: readonly number[] }
  /** The largest of the means of the channels over all positions; of logits, the logit of the predicted class. */
  | { readonly measure: 'largest' }
  /**
   * The sum, over the other images of the call, of the cosine between the Gram matrices of the two outputs: the scalar products of all
   * pairs of channels. The gradient is that of the sum over all images. With a factor below 0 it is lucid's `diversity`.
   */
  | { readonly measure: 'similarity' };

/** One measured layer. */
export type ObjectiveTerm = LayerAddress &
  Measure & {
    /** The term's factor in the sum, 1 by default. */
    readonly factor?: number | undefined;
  };

/** A number for each image, as plain data: the sum of the terms, each times its factor. */
export type Objective = readonly ObjectiveTerm[];

/**
 * The gradient of the activations ReLU and ReLU6. `exact`: the derivative. `guided`: only positive gradients pass, and only where the
 * derivative is not 0 (guided backpropagation, Springenberg et al. 2015, arXiv:1412.6806). It is not the gradient of any function.
 */
export type RectifierGradient = 'exact' | 'guided';

/** The options of `GradientSource.gradient`. */
export interface GradientOptions {
  readonly count: number;
  readonly objective: Objective;
  /** The layer with respect to whose output the gradient is taken; the images by default. */
  readonly wrt?: LayerAddress | undefined;
  /** The layers whose outputs are returned too; none by default. */
  readonly outputs?: readonly LayerAddress[] | undefined;
  /** The rule for rectifiers; `exact` by default. Other activations have their exact gradient under both rules. */
  readonly rectifiers?: RectifierGradient | undefined;
}

/** The output of a layer for some images. */
export interface LayerOutput {
  /** `[count, height, width, channels]`, `[count, channels]` or another shape, as the layer has it. */
  readonly shape: readonly number[];
  /** Row-major. */
  readonly data: Float32Array;
}

/** An objective and its gradient for some images. Fresh arrays. */
export interface ObjectiveGradient {
  /** `[count]`: the objective of each image. */
  readonly values: Float32Array;
  /** The shape of the gradient: `[count, height, width, channels]`, or `[count, channels]`. */
  readonly shape: readonly number[];
  /** The derivative of each image's objective with respect to its pixels, 0 to 255, or to its output of the layer. */
  readonly gradient: Float32Array;
  /** The outputs of the layers in `outputs`, in their order. */
  readonly outputs: readonly LayerOutput[];
}

/** A model that computes gradients of objectives, its layers in inference mode. It owns memory until it is disposed of. */
export interface GradientSource extends AsyncDisposable {
  /** `[height, width, channels]` of the images. */
  readonly imageShape: readonly [number, number, number];
  /**
   * The objective of each image, and its gradient.
   *
   * @param images `[count, height, width, channels]`, RGB, 0 to 255. Only read; may lie in shared memory.
   * @throws {SproutError} `name-unknown` for a layer; `option-invalid` for a channel, position, direction or factor out of
   *   range, or an objective that does not depend on `wrt`; `config-invalid`; `shape-mismatch`; `model-unsupported` for guided rectifiers in a nested model.
   */
  gradient(images: Uint8Array | Float32Array, options: GradientOptions): Promise<ObjectiveGradient>;
}
