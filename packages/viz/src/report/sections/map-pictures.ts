import { counted } from '../../text/format.ts';
import type { MapSection, PlacedImage } from '../data/labels-section.ts';
import { html, type Html } from '../parts/html.ts';
import { pathCode } from '../parts/path-code.ts';
import { thumbnail } from '../parts/thumbnail.ts';

/** The id of the picture of a point, by its position among the points of the map. */
export function mapPictureId(at: number): string {
  return `map-picture-${at}`;
}

/** The pictures of the points of a feature map, by class; the one that a link leads to is larger and shows its file. */
export function mapPictures({ points, classes }: MapSection): Html | undefined {
  const pictures = points.flatMap((point, at) =>
    point.image === undefined ? [] : [{ ...point, id: mapPictureId(at) }],
  );
  if (pictures.length === 0) return undefined;
  const groups = classes.map((name, label) => ({
    name,
    shown: pictures.filter((picture) => picture.label === label),
  }));
  return html`<details>
    <summary>${counted(pictures.length, 'picture')} of the map</summary>
    ${groups.filter(({ shown }) => shown.length > 0).map(classPart)}
  </details>`;
}

interface ClassPictures {
  readonly name: string;
  readonly shown: readonly MapPicture[];
}

type MapPicture = PlacedImage & { readonly id: string };

function classPart({ name, shown }: ClassPictures): Html {
  return html`<h4><bdi>${name}</bdi></h4>
    <ul class="points">
      ${shown.map((picture) => card(picture, name))}
    </ul>`;
}

function card({ id, path, subset, image }: MapPicture, className: string): Html {
  return html`<li id="${id}" tabindex="-1">
    ${thumbnail(image, `${path}, ${className}`)}
    <p>
      <b><bdi>${className}</bdi></b
      >${subset === undefined ? '' : `, ${subset}`} ${pathCode(path)}
      <a href="#map">Back to the map</a>
    </p>
  </li>`;
}
