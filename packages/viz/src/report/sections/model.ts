import { facts } from '../parts/facts.ts';
import { counted, duration, wholeNumber } from '../../text/format.ts';
import { scrolling } from '../parts/scrolling.ts';
import { html, type Html } from '../parts/html.ts';
import { opList } from '../parts/op-list.ts';
import type { LayerRow, ModelSection } from '../data/model-section.ts';
import { augmentationPart } from './augmentation-part.ts';
import { curvesPart } from './curves-part.ts';
import { evaluationParts } from './evaluation-parts.ts';
import { picturesPart } from './pictures-part.ts';
import { robustnessPart } from './robustness-part.ts';
import { ratesPart } from './rates-part.ts';

export interface ModelOptions {
  /** Unique on the page. */
  readonly id: string;
  /** Whether the section is closed at first. */
  readonly folded: boolean;
}

/** One model: its learning curves, its results and how it was trained. */
export async function model(section: ModelSection, { id, folded }: ModelOptions): Promise<Html> {
  const { evaluation } = section;
  const parts = [
    await curvesPart(section, id),
    await ratesPart(section.rates, id),
    ...(evaluation ? await evaluationParts(evaluation, id) : []),
    await robustnessPart(section.robustness, id),
    picturesPart(section.pictures),
    augmentationPart(section.augmented),
    training(section),
  ];
  return folded
    ? html`<section id="${id}">
        <details>
          <summary>
            <h2><bdi>${section.name}</bdi></h2>
          </summary>
          ${intro(section)} ${parts}
        </details>
      </section>`
    : html`<section id="${id}">
        <h2><bdi>${section.name}</bdi></h2>
        ${intro(section)} ${parts}
      </section>`;
}

function intro({ description }: ModelSection): Html | undefined {
  return description === undefined ? undefined : html`<p class="intro">${description}</p>`;
}

function training(section: ModelSection): Html {
  const { parameters, engine, metrics, seconds, recipe, augmentation, settings, layers } = section;
  const speeds = metrics
    .map(({ imagesPerSecond }) => imagesPerSecond)
    .filter((speed) => speed > 0) // 0 for an epoch that was resumed after its last step
    .toSorted((a, b) => a - b);
  const { onFeatures = false } = section;
  const of = onFeatures ? ' of the head' : '';
  const median = speeds[Math.floor(speeds.length / 2)];
  return html`<h3>How it was trained</h3>
    ${facts([
      { name: 'Parameters', value: wholeNumber(parameters) },
      { name: 'Engine', value: engine },
      {
        name: onFeatures ? 'Time of the head' : 'Time of the epochs',
        value: `${duration(seconds)}, ${counted(metrics.length, 'epoch')}`,
      },
      ...(median === undefined
        ? []
        : [
            {
              name: `Speed${of}`,
              value: `${wholeNumber(median)} images/s`,
            },
          ]),
      ...settings,
    ])}
    <div class="columns">
      <div>
        <h4>Recipe, the same for every image</h4>
        ${opList(recipe)}
      </div>
      <div>
        <h4>Augmentation, drawn anew each epoch</h4>
        ${opList(augmentation)}
      </div>
    </div>
    ${layers && layerTable(layers)}`;
}

function layerTable(layers: readonly LayerRow[]): Html {
  return html`<details>
    <summary>The ${counted(layers.length, 'layer')}</summary>
    ${scrolling(
      html`<table>
        <caption>
          Layers, from the image to the probabilities
        </caption>
        <thead>
          <tr>
            <th scope="col">Layer</th>
            <th scope="col">Kind</th>
            <th scope="col">Output</th>
            <th scope="col" class="right">Parameters</th>
          </tr>
        </thead>
        <tbody>
          ${layers.map(
            (layer) =>
              html`<tr>
                <th scope="row">${layer.name}</th>
                <td>${layer.kind}</td>
                <td class="whole">${layer.output}</td>
                <td class="right">${wholeNumber(layer.parameters)}</td>
              </tr>`,
          )}
        </tbody>
      </table>`,
      { name: 'Layers', use: 'scroll' },
    )}
  </details>`;
}
