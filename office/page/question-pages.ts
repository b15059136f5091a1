import { html } from '#office/page/html.ts';
import type { Html } from '#office/page/html.ts';
import { hidden } from '#office/page/parts.ts';
import type { Speech } from '#office/page/speak.ts';

export interface Question {
  readonly title: string;
  readonly text: string;
  readonly action: string;
  readonly id: string;
  readonly button: string;
  readonly token: string;
}

/** Asks before something that can't be undone. */
export function questionPage({ say }: Speech, { title, text, action, id, button, token }: Question): Html {
  return html`<section>
    <h2>${title}</h2>
    <p>${text}</p>
    <div class="row">
      <form method="post" action="${action}">${hidden(token, id)}<button class="danger">${button}</button></form>
      <a class="button" href="/">${say('office.keep')}</a>
    </div>
  </section>`;
}

/** Says one thing, and leads back. */
export function notePage({ say }: Speech, text: string): Html {
  return html`<section>
    <p>${text}</p>
    <a class="button" href="/">${say('office.keep')}</a>
  </section>`;
}

/** What is to be done while there is no company. */
export function welcomePage({ say }: Speech, { address, key }: { readonly address: string; readonly key: string }): Html {
  return html`<section>
    <h2>${say('office.noCompany.title')}</h2>
    <p>${say('office.noCompany.text')}</p>
    <p>${say('office.address')}: <span class="link">${address}</span></p>
    <p>${say('office.key')}: <span class="link">${key}</span></p>
  </section>`;
}
