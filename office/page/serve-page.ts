import { summarizeInvites } from '#office/device/answer-office.ts';
import { findDevice } from '#office/device/devices.ts';
import { readOverview } from '#office/device/overview.ts';
import { listSetAside } from '#office/device/set-aside.ts';
import { adminCookie, formToken, isAdmin, isAdminKey } from '#office/http/admin-key.ts';
import type { Exchange } from '#office/http/exchange.ts';
import type { TokenBuckets } from '#office/http/token-buckets.ts';
import type { Office } from '#office/office.ts';
import { overviewPage } from '#office/page/overview-page.ts';
import { questionPage, welcomePage } from '#office/page/question-pages.ts';
import { refuseAccess, send, show, showNote } from '#office/page/send-page.ts';
import type { Page } from '#office/page/send-page.ts';
import { languageOf, speak } from '#office/page/speak.ts';
import type { Speech } from '#office/page/speak.ts';
import { style } from '#office/page/style.ts';
import { takeForm } from '#office/page/take-form.ts';

/** Days without contact after which the page calls a computer late. */
export const lateAfterDays = 2;

export interface PageGuards {
  readonly tries: TokenBuckets;
  /** Whether whoever looks came by https, as far as is known. */
  readonly isSecure: boolean;
}

/** Serves head office's own page, behind the administrator's key. */
export async function servePage(office: Office, guards: PageGuards, exchange: Exchange): Promise<void> {
  const { request, response, path, url } = exchange;
  const { adminKey } = office.identity;
  if (path === '/style.css') return send(exchange, { status: 200, type: 'text/css', text: style });
  const speech = speak(languageOf(request));
  const key = url.searchParams.get('key');
  if (key !== null && request.method === 'GET') {
    if (!guards.tries.has(exchange.address) || !isAdminKey(key, adminKey)) {
      guards.tries.take(exchange.address);
      return refuseAccess(exchange, speech);
    }
    // The key is in no history, bookmark or screenshot after this.
    const headers = { location: '/', 'set-cookie': adminCookie(adminKey, guards.isSecure) };
    return void response.writeHead(303, headers).end();
  }
  if (!isAdmin(request, adminKey)) return refuseAccess(exchange, speech);
  if (request.method === 'POST') return takeForm(office, exchange, speech);
  const page = await pageAt(office, exchange, speech);
  return page === null ? showNote(exchange, speech, 404) : show(exchange, speech, { status: 200, ...page });
}

async function pageAt(office: Office, { path, url }: Exchange, speech: Speech): Promise<Page | null> {
  const { say } = speech;
  const { store, identity } = office;
  const token = formToken(identity.adminKey);
  const id = url.searchParams.get('id') ?? '';
  if (path === '/') return home(office, speech, token);
  if (path === '/revoke') {
    const device = await store.read((tx) => findDevice(tx, id));
    if (device === null || device.revokedAt !== null) return null;
    const title = say('office.revoke.title', { name: device.name });
    const question = { title, text: say('office.revoke.text'), action: '/revoke', id, button: say('office.revoke'), token };
    return { subtitle: null, body: questionPage(speech, question) };
  }
  if (path === '/discard') {
    const title = say('office.discard.title');
    const question = { title, text: say('office.discard.text'), action: '/discard', id, button: say('office.discard'), token };
    return { subtitle: null, body: questionPage(speech, question) };
  }
  return null;
}

async function home(office: Office, speech: Speech, token: string): Promise<Page> {
  const { store, officeName, version, now, identity, address } = office;
  const data = await store.read(async (tx) => ({
    overview: await readOverview(tx, { officeName, version, lateAfterDays, now: now() }),
    changes: (await listSetAside(tx, { after: null, limit: 50 })).changes,
    invites: (await summarizeInvites(tx, now())).filter(({ state }) => state === 'open'),
  }));
  const { company } = data.overview;
  if (company === null) return { subtitle: null, body: welcomePage(speech, { address: address(), key: identity.adminKey }) };
  return { subtitle: `${company.name} · ${address()}`, body: overviewPage(speech, { ...data, token }) };
}
