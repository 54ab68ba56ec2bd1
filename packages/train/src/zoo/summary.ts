import type { LayersModel } from '@tensorflow/tfjs-layers';
import type { ModelDefinition } from '../model/model-definition.ts';
import { toLayersModel } from '../model/tfjs/to-layers-model.ts';

export interface LayerSummary {
  readonly name: string;
  /** The layer's class. */
  readonly kind: string;
  /** Of its output, without the axis of samples. */
  readonly shape: readonly (number | null)[];
  readonly parameters: number;
  /** The layers that it takes its inputs from. */
  readonly inputs: readonly string[];
}

export interface ModelSummary {
  readonly layers: readonly LayerSummary[];
  readonly parameters: number;
  /** Those that training moves. */
  readonly trainable: number;
}

type Layer = LayersModel['layers'][number];

/**
 * A model's layers, as Keras' summary lists them.
 *
 * @throws {SproutError} `model-unsupported`, `shape-mismatch`.
 */
export async function summary(definition: ModelDefinition): Promise<ModelSummary> {
  const model = await toLayersModel(definition);
  try {
    const layers = model.layers.map(summariseLayer);
    const trainable = model.trainableWeights.reduce((sum, { shape }) => sum + sizeOf(shape), 0);
    const parameters = layers.reduce((sum, layer) => sum + layer.parameters, 0);
    return { layers, parameters, trainable };
  } finally {
    model.dispose();
  }
}

/** A summary as a table. */
export function summaryText({ layers, parameters, trainable }: ModelSummary): string {
  const header = ['layer', 'output', 'parameters', 'connected to'];
  const rows = layers.map(({ name, kind, shape, parameters: count, inputs }) => [
    `${name} (${kind})`,
    shape.map((side) => side ?? '?').join(' x '),
    grouped(count),
    inputs.join(', '),
  ]);
  const widths = header.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]!.length)),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) =>
        column === 2 ? cell.padStart(widths[2]!) : cell.padEnd(widths[column]!),
      )
      .join('  ')
      .trimEnd();
  const total = `${grouped(parameters)} parameters, ${grouped(trainable)} of them trained`;
  return [line(header), ...rows.map(line), total].join('\n');
}

function summariseLayer(layer: Layer): LayerSummary {
  const shape = layer.outputShape as (number | null)[]; // a layer of a classifier has one output
  const inputs = layer.inboundNodes.flatMap((node) => node.inboundLayers.map(({ name }) => name));
  return {
    name: layer.name,
    kind: layer.getClassName(),
    shape: shape.slice(1),
    parameters: layer.countParams(),
    inputs,
  };
}

function sizeOf(shape: readonly (number | null)[]): number {
  return shape.reduce<number>((size, side) => size * (side ?? 1), 1);
}

/** With a comma between thousands, whatever the locale. */
function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}
