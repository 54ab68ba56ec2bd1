import type { MapPoint } from '../plots/feature-map.ts';
import { html, type Html } from './parts/html.ts';
import { pathCode } from './parts/path-code.ts';
import { thumbnail } from './parts/thumbnail.ts';
import { page } from './page.ts';
import { mapFigure } from './sections/map-figure.ts';

/** An image beside others. */
export interface MapPicture {
  readonly path: string;
  /** The name of its class. */
  readonly label: string;
  /** An encoded PNG, JPEG or WebP. */
  readonly image?: Uint8Array | undefined;
}

/** Two images and the distance of their features. */
export interface NearPair {
  readonly pictures: readonly [MapPicture, MapPicture];
  readonly distance: number;
}

export interface FeatureMapPage {
  /** The name of the data set. */
  readonly title: string;
  readonly classes: readonly string[];
  /** The same images, placed in two ways. */
  readonly umap: readonly MapPoint[];
  readonly pca: readonly MapPoint[];
  /** The pairs of images with the smallest distances, the nearest first. */
  readonly pairs: readonly NearPair[];
  /** How distances are measured, as a noun phrase. */
  readonly measure: string;
  /** The median distance of an image to its nearest neighbour. */
  readonly medianDistance: number;
  /** The images that are farthest from all others. */
  readonly outliers: readonly MapPicture[];
}

/** A page with maps of a data set in feature space, its nearest pairs and its outliers. One HTML file without scripts. */
export async function featureMapPage(data: FeatureMapPage): Promise<string> {
  const { title, classes, umap, pca, pairs, outliers } = data;
  const heading = `Feature map of ${title}`;
  const body = html`<h1>${heading}</h1>
    <p class="verdict">
      Each point is an image and links to its file. Images with similar features are near one
      another.
    </p>
    <section>
      <h2>UMAP</h2>
      ${await mapFigure(umap, {
        id: 'umap',
        method: 'UMAP',
        classes,
        caption: 'Near points are similar images. Distances between groups mean little.',
      })}
      <h2>Principal components</h2>
      ${await mapFigure(pca, {
        id: 'pca',
        method: 'The first two principal components',
        classes,
        caption: 'The two directions in which the images differ most.',
      })}
    </section>
    ${pairs.length > 0 ? pairPart(data) : undefined}
    ${outliers.length > 0 ? outlierPart(outliers) : undefined}`;
  return page(heading, body);
}

function pairPart({ pairs, measure, medianDistance }: FeatureMapPage): Html {
  return html`<section>
    <h2>The nearest pairs</h2>
    <p class="quiet">
      The pairs of images with the smallest distances. Such a pair may be one object photographed
      twice, or nearly the same picture twice; if its classes differ, one label may be wrong. It may
      also be two objects that look alike. The distance is ${measure}. The median distance of an
      image to its nearest neighbour is ${medianDistance.toFixed(2)}.
    </p>
    <ul class="gallery twofold">
      ${pairs.map(pairCard)}
    </ul>
  </section>`;
}

function outlierPart(outliers: FeatureMapPage['outliers']): Html {
  return html`<section>
    <h2>The images that are least similar to all others</h2>
    <ul class="gallery">
      ${outliers.map(card)}
    </ul>
  </section>`;
}

function pairCard({ pictures, distance }: NearPair): Html {
  return html`<li>
    <span class="two"
      >${pictures.map(({ path, label, image }) => thumbnail(image, `${path}, ${label}`))}</span
    >
    <span>distance ${distance.toFixed(2)}</span>
    ${pictures.map(
      ({ path, label }) => html`<span class="label"><bdi>${label}</bdi></span> ${pathCode(path)}`,
    )}
  </li>`;
}

function card({ path, label, image }: MapPicture): Html {
  return html`<li>
    ${thumbnail(image, `${path}, ${label}`)}<span class="label"><bdi>${label}</bdi></span>
    ${pathCode(path)}
  </li>`;
}
