// The script of the page that is exported with a model.
import { replayRecipe } from '@sprout/imgproc';
import { decodeImage } from './decode-image.ts';
import { type ClassProbability, type Classify, openClassifier } from './open-classifier.ts';

export { decodeImage, openClassifier, replayRecipe };

/** The most classes that are shown. */
const MOST_SHOWN = 12;

const input = document.querySelector<HTMLInputElement>('#photograph');
if (input !== null) void start(input);

async function start(chosen: HTMLInputElement): Promise<void> {
  const status = document.querySelector('#status')!; // of the page
  const say = (text: string): void => void (status.textContent = text);
  say('Loading the model …'); // the page has the text for a script that is not run, as over file://
  try {
    const classify = await openClassifier('./');
    chosen.disabled = false;
    say('');
    chosen.addEventListener('change', () => void show(chosen.files?.[0], { classify, say }));
    const area = document.querySelector('#choose')!;
    area.addEventListener('dragover', (event) => event.preventDefault());
    area.addEventListener('drop', (event) => {
      event.preventDefault();
      void show((event as DragEvent).dataTransfer?.files[0], { classify, say });
    });
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
  }
}

interface ShowOptions {
  readonly classify: Classify;
  readonly say: (text: string) => void;
}

async function show(file: File | undefined, { classify, say }: ShowOptions): Promise<void> {
  if (file === undefined) return;
  const picture = document.querySelector<HTMLImageElement>('#picture')!;
  URL.revokeObjectURL(picture.src);
  picture.src = URL.createObjectURL(file);
  picture.alt = file.name;
  picture.hidden = false;
  say('Classifying …');
  try {
    const start = performance.now();
    const classes = await classify(file);
    fill(classes);
    const hidden = classes.length - MOST_SHOWN;
    const more = hidden > 0 ? `, the ${MOST_SHOWN} most probable of ${classes.length} classes` : '';
    say(`${file.name}, ${Math.round(performance.now() - start)} ms${more}`);
  } catch (error) {
    fill([]);
    const reason = error instanceof Error ? error.message : String(error);
    say(`${file.name} cannot be used: ${reason}`);
  }
}

function fill(classes: readonly ClassProbability[]): void {
  const sorted = classes.toSorted((a, b) => b.probability - a.probability).slice(0, MOST_SHOWN);
  const rows = sorted.map(({ name, probability, threshold }) => {
    const row = document.createElement('li');
    const isTag = threshold !== undefined && probability >= threshold;
    if (isTag || (threshold === undefined && name === sorted[0]?.name)) row.className = 'best';
    const label = document.createElement('bdi');
    label.textContent = name;
    const number = document.createElement('b');
    number.textContent = `${(100 * probability).toFixed(1)} %`;
    const bar = document.createElement('i');
    bar.style.setProperty('--share', String(probability));
    row.append(label, number, bar);
    return row;
  });
  document.querySelector('#classes')!.replaceChildren(...rows);
}
