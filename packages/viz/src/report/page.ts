import { html, type Html, trusted } from './parts/html.ts';
import { style } from './style.ts';

const POLICY =
  "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** The name of the element that states what a page is about. */
const CONTENT = 'sprout-content';

export interface PageOptions {
  /** Follows the title in the title bar; `Sprout` by default. */
  readonly suffix?: string;
  readonly footer?: Html;
  /** What the page is about, by which `pageContent` recognises it. Without it, the page is not recognised. */
  readonly content?: string | undefined;
}

/** An HTML page without scripts and without requests, in the style of the report. @param title As text. */
export function page(
  title: string,
  body: Html,
  { suffix = 'Sprout', footer, content }: PageOptions = {},
): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${POLICY}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        ${content === undefined ? undefined : html`<meta name="${CONTENT}" content="${content}" />`}
        <title>${title} · ${suffix}</title>
        <style>
          ${trusted(style)}
        </style>
      </head>
      <body>
        <main>${body}</main>
        ${footer}
      </body>
    </html> `.markup;
}

/** What a page states that it is about: `content` of `PageOptions`; `undefined` for a page without it, and for any other text. */
export function pageContent(text: string): string | undefined {
  return new RegExp(`<meta name="${CONTENT}" content="([^"<>&]*)" />`).exec(text)?.[1];
}
