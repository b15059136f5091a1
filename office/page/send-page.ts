import type { Exchange } from '#office/http/exchange.ts';
import type { Html } from '#office/page/html.ts';
import { layout } from '#office/page/layout.ts';
import { notePage } from '#office/page/question-pages.ts';
import type { Speech } from '#office/page/speak.ts';

/** What stands on a page. */
export interface Page {
  readonly subtitle: string | null;
  readonly body: Html;
}

export function refuseAccess(exchange: Exchange, speech: Speech) {
  const { say } = speech;
  const body = notePage(speech, say('office.access.text'));
  const text = layout(speech, { title: say('office.access.title'), subtitle: null, body });
  send(exchange, { status: 401, type: 'text/html', text });
}

export function showNote(exchange: Exchange, speech: Speech, status: 400 | 404) {
  const text = speech.say(status === 400 ? 'office.refused' : 'office.nothingThere');
  show(exchange, speech, { status, subtitle: null, body: notePage(speech, text) });
}

export function show(exchange: Exchange, speech: Speech, { status, subtitle, body }: Page & { readonly status: number }) {
  send(exchange, { status, type: 'text/html', text: layout(speech, { title: speech.say('office.title'), subtitle, body }) });
}

interface Sent {
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

export function send({ response }: Exchange, { status, type, text }: Sent) {
  response.writeHead(status, { 'content-type': `${type}; charset=utf-8` }).end(text);
}
