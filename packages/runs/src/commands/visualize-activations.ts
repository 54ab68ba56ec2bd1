import { checkWhole, SproutError, writeAtomic } from '@sprout/core';
import { createImagePool } from '@sprout/imgproc';
import { attributionLayers } from '@sprout/train';
import { activationMaps, contactSheet, heatMapImage, svgToPng, withColourBar } from '@sprout/viz';
import type { ConfigOptions } from '../config/config-options.ts';
import { readConfig } from '../config/read-config.ts';
import { contextOf, type RunContext } from '../event/run-context.ts';
import { prepareShown } from '../explain/prepare-shown.ts';
import { sheetColumns } from '../images/sheet-columns.ts';
import { tileOf } from '../images/tile-of.ts';
import { openModel } from '../model/open-model.ts';
import { mapLayer } from '../model/open-explained-model.ts';
import { DEFAULTS, LIMITS } from '../options/limits.ts';

export interface VisualizeActivationsOptions extends ConfigOptions {
  /** A run folder, a model folder, or the folder of an export of Teachable Machine. */
  readonly run: string;
  /** The path of an image. */
  readonly image: string;
  /** A layer with rows and columns; the last one by default. */
  readonly layer?: string | undefined;
  /** The most channels that are shown, those with the largest mean; 64 by default. */
  readonly channels?: number | undefined;
  /** The file to write, a PNG; `activations.png` by default. */
  readonly out?: string | undefined;
}

export interface VisualizeActivationsResult {
  readonly layer: string;
  /** The path of the picture. */
  readonly sheet: string;
  /** The channels shown, in their order, with the mean of their output. */
  readonly channels: readonly { readonly channel: number; readonly mean: number }[];
}

const TILE = 112;

/** See `visualizeActivations` in `visualize-commands.ts`. */
export async function visualizeActivations(
  options: VisualizeActivationsOptions,
  runContext?: RunContext,
): Promise<VisualizeActivationsResult> {
  const { run, image, out = DEFAULTS.activations, channels = DEFAULTS.channels } = options;
  checkWhole('channels', channels, LIMITS.channels);
  checkPng(out);
  const context = contextOf(runContext);
  const { signal } = context;
  const { data, engine, workers } = await readConfig(options);
  await using model = await openModel(run, { engine, signal });
  const layer = mapLayer(attributionLayers(model.definition), options.layer);
  const { height, width, channels: depth } = model.definition.input;
  await using pool = await createImagePool({ workers, pixelLimit: data.pixelLimit });
  const images = await prepareShown(pool, {
    recipe: model.card.recipe,
    paths: [image],
    shape: [height, width, depth],
    onBad: 'fail',
    followOutside: data.followLinks,
    ...context,
  });
  const shown = images[0]!; // one at least
  const found = await model.predictor.outputs(shown.raster.data, 1, [layer]);
  const maps = activationMaps(found.get(layer)!, { most: channels }); // the requested layer
  const tiles = [await tileOf(shown.raster, { caption: 'the image' })];
  for (const { channel, mean, ...map } of maps) {
    signal.throwIfAborted();
    const note = `mean ${mean.toPrecision(3)}`;
    tiles.push(await tileOf(heatMapImage(map), { caption: `channel ${channel}`, note }));
  }
  const sheet = contactSheet(tiles, {
    columns: sheetColumns(tiles.length),
    tileSize: TILE,
    title: `${layer}, ${image}`,
  });
  const bar = { scale: 'sequential', from: '0', to: 'the largest of the channel' } as const;
  await writeAtomic(out, await svgToPng(withColourBar(sheet, bar)));
  return { layer, sheet: out, channels: maps.map(({ channel, mean }) => ({ channel, mean })) };
}

/** @throws {SproutError} `option-invalid` */
function checkPng(out: string): void {
  if (/\.png$/i.test(out)) return;
  const rule = 'a file that ends in .png';
  throw new SproutError('option-invalid', { option: 'out', value: out, rule });
}
