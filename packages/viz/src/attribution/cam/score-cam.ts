import type {
  Attribution,
  ExplainedImages,
  ExplainedModel,
  HeatMap,
} from '../attribution-target.ts';
import { enlargeMap } from '../enlarge-map.ts';
import { imageAt } from '../image-at.ts';
import { type ScoreGradient, scoreGradients } from '../score-gradients.ts';
import { scoreValues } from '../score-values.ts';
import type { CamOptions } from './class-activation-maps.ts';
import { mapShape } from './layer-map.ts';
import { weightedSum } from './weighted-sum.ts';

export interface ScoreCamOptions extends CamOptions {
  /** The number of channels that are tried, those whose values vary most; all by default. Each costs a forward pass. */
  readonly channels?: number | undefined;
}

/**
 * Score-CAM: the channels of a layer, weighted by the score of the image with all but that channel's area black. The weights are a
 * softmax over the channels. It takes no gradient, but a forward pass for each channel.
 *
 * @returns A map for each image, at the size of the layer's output. 0 or more.
 * @throws {SproutError} As `gradCam`.
 * @see Wang et al. 2020, algorithm 1, arXiv:1910.01279.
 */
export async function scoreCam(
  model: ExplainedModel,
  { layer, channels, ...images }: ScoreCamOptions,
): Promise<Attribution[]> {
  const maps: Attribution[] = [];
  for await (const found of scoreGradients(model, images, { wrt: { layer } })) {
    const image = imageAt(images, maps.length);
    const { height, width, ...size } = mapShape(found, layer);
    const weights = await channelWeights(model, found, {
      image,
      signal: images.signal,
      layers: channelMaps(found.output, { height, width }, channels ?? size.channels),
    });
    const all = new Float64Array(size.channels);
    for (const { channel, weight } of weights) all[channel] = weight;
    const values = weightedSum(found.output, all, size).map((value) => Math.max(value, 0));
    maps.push({ height, width, values, label: found.label, score: found.score });
  }
  return maps;
}

interface ChannelMap {
  readonly channel: number;
  /** Scaled to 0 to 1. */
  readonly map: HeatMap;
  readonly range: number;
}

/** The channels whose values vary, those that vary most first. */
function channelMaps(
  output: Float32Array,
  size: { readonly height: number; readonly width: number },
  most: number,
): ChannelMap[] {
  const positions = size.height * size.width;
  const channels = output.length / positions;
  return Array.from({ length: channels }, (_, channel): ChannelMap => {
    const values = Float32Array.from(
      { length: positions },
      (_value, at) => output[at * channels + channel]!,
    );
    const least = values.reduce((low, value) => Math.min(low, value));
    const range = values.reduce((high, value) => Math.max(high, value)) - least;
    return {
      channel,
      range,
      map: { ...size, values: values.map((value) => (value - least) / range) },
    };
  })
    .filter(({ range }) => range > 0)
    .toSorted((one, other) => other.range - one.range)
    .slice(0, most);
}

interface WeightOptions extends Pick<ExplainedImages, 'signal'> {
  readonly image: Uint8Array | Float32Array;
  readonly layers: readonly ChannelMap[];
}

async function channelWeights(
  model: ExplainedModel,
  { label }: ScoreGradient,
  { image, layers, signal }: WeightOptions,
): Promise<{ readonly channel: number; readonly weight: number }[]> {
  const [height, width, depth] = model.source.imageShape;
  const imageOf = (at: number): Float32Array => {
    const mask = enlargeMap(layers[at]!.map, { height, width }); // one image for each channel
    return Float32Array.from(
      image,
      (value, index) => value * mask.values[Math.floor(index / depth)]!,
    );
  };
  const scores = await scoreValues(model, { count: layers.length, label, imageOf, signal });
  const largest = scores.reduce((most, score) => Math.max(most, score), -Infinity);
  const powers = Array.from(scores, (score) => Math.exp(score - largest));
  const sum = powers.reduce((total, power) => total + power, 0);
  return layers.map(({ channel }, at) => ({ channel, weight: powers[at]! / sum }));
}
