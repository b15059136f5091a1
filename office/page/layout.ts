import { html } from '#office/page/html.ts';
import type { Html } from '#office/page/html.ts';
import type { Speech } from '#office/page/speak.ts';

export interface Layout {
  readonly title: string;
  /** Under the title: whose office this is. */
  readonly subtitle: string | null;
  readonly body: Html;
}

/** A whole page around its body. */
export function layout({ language }: Speech, { title, subtitle, body }: Layout): string {
  const page = html`<html lang="${language}">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width" />
      <meta name="referrer" content="no-referrer" />
      <title>${title} · Cartera</title>
      <link rel="stylesheet" href="/style.css" />
    </head>
    <body>
      <main>
        <header>
          <h1>${title}</h1>
          ${subtitle === null ? null : html`<span class="soft">${subtitle}</span>`}
        </header>
        ${body}
      </main>
    </body>
  </html>`;
  return `<!doctype html>\n${page.html}`;
}
