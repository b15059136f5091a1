import { makeMain, findDevice, revokeDevice } from '#office/device/devices.ts';
import { summarizeInvites } from '#office/device/answer-office.ts';
import { readOverview } from '#office/device/overview.ts';
import { discardSetAside, listSetAside } from '#office/device/set-aside.ts';
import { cancelInvite } from '#office/enrol/invites.ts';
import { makeCode } from '#office/enrol/make-code.ts';
import { adminCookie, formToken, isAdmin, isAdminKey, isFormToken } from '#office/http/admin-key.ts';
import type { Exchange } from '#office/http/exchange.ts';
import { readBody } from '#office/http/read-body.ts';
import type { Office } from '#office/office.ts';
import { codePage } from '#office/page/invite-page.ts';
import { layout } from '#office/page/layout.ts';
import { overviewPage } from '#office/page/overview-page.ts';
import { notePage, questionPage, welcomePage } from '#office/page/question-pages.ts';
import { languageOf, speak } from '#office/page/speak.ts';
import type { Speech } from '#office/page/speak.ts';
import type { Html } from '#office/page/html.ts';
import { style } from '#office/page/style.ts';
import { bringsSchema } from '#shared/sync/office-protocol.ts';
import { retrySetAside } from '#office/device/retry-set-aside.ts';
import type { TokenBuckets } from '#office/http/token-buckets.ts';

/** Days without contact after which the page calls a computer late. */
export const lateAfterDays = 2;
const formBytes = 16 * 1024;

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

interface Page {
  readonly subtitle: string | null;
  readonly body: Html;
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

async function takeForm(office: Office, exchange: Exchange, speech: Speech): Promise<void> {
  const { request, response, path } = exchange;
  const body = await readBody(request, formBytes);
  if (body.type === 'brokenOff') return;
  const form = new URLSearchParams(body.type === 'body' ? body.bytes.toString() : '');
  const isOwn = isFormToken(form.get('token'), office.identity.adminKey) && isFromThisPage(exchange);
  if (!isOwn) return showNote(exchange, speech, 400);
  if (path === '/invite') return invite(office, exchange, { speech, form });
  const done = await act(office, path, form.get('id') ?? '');
  if (done === 'done') return void response.writeHead(303, { location: '/' }).end();
  if (done === 'last') {
    const text = speech.say('office.revoke.last');
    return show(exchange, speech, { status: 409, subtitle: null, body: notePage(speech, text) });
  }
  return showNote(exchange, speech, 404);
}

async function act(office: Office, path: string, id: string): Promise<'done' | 'notFound' | 'last'> {
  const { store, now, log } = office;
  const done = (isDone: boolean) => (isDone ? 'done' : 'notFound');
  const actions: Readonly<Record<string, () => Promise<'done' | 'notFound' | 'last'>>> = {
    '/revoke': () => store.transaction((tx) => revokeDevice(tx, id, now())),
    '/make-main': () => store.transaction(async (tx) => done(await makeMain(tx, id))),
    '/cancel-invite': () => store.transaction(async (tx) => done(await cancelInvite(tx, id, now()))),
    '/discard': () => store.transaction(async (tx) => done((await discardSetAside(tx, [id], now())) > 0)),
    '/retry': async () => {
      await store.transaction((tx) => retrySetAside(tx, { ids: [id], now: now() }));
      return 'done';
    },
  };
  const outcome = (await actions[path]?.()) ?? 'notFound';
  log.info('byAdministrator', { action: path.slice(1), id, outcome });
  return outcome;
}

async function invite(
  office: Office,
  exchange: Exchange,
  { speech, form }: { readonly speech: Speech; readonly form: URLSearchParams },
) {
  const name = (form.get('name') ?? '').trim().slice(0, 120);
  const brings = bringsSchema.safeParse(form.get('brings'));
  const validHours = Number(form.get('hours'));
  if (name === '' || !brings.success || !(validHours > 0 && validHours <= 24 * 90)) return showNote(exchange, speech, 400);
  const branchId = form.get('branch') || null;
  const wanted = { branchId, name, brings: brings.data, validHours, madeBy: null };
  const made = await office.store.transaction((tx) => makeCode(tx, office, wanted));
  if (made === null) return showNote(exchange, speech, 404);
  office.log.info('byAdministrator', { action: 'invite', id: made.id, outcome: 'done' });
  return show(exchange, speech, { status: 200, subtitle: null, body: codePage(speech, { ...made, name }) });
}

/** The token is proof enough where a browser doesn't say where a form comes from. */
function isFromThisPage({ request }: Exchange): boolean {
  const site = request.headers['sec-fetch-site'];
  return site === undefined || site === 'same-origin';
}

function refuseAccess(exchange: Exchange, speech: Speech) {
  const { say } = speech;
  const body = notePage(speech, say('office.access.text'));
  const text = layout(speech, { title: say('office.access.title'), subtitle: null, body });
  send(exchange, { status: 401, type: 'text/html', text });
}

function showNote(exchange: Exchange, speech: Speech, status: 400 | 404) {
  const text = speech.say(status === 400 ? 'office.refused' : 'office.nothingThere');
  show(exchange, speech, { status, subtitle: null, body: notePage(speech, text) });
}

function show(exchange: Exchange, speech: Speech, { status, subtitle, body }: Page & { readonly status: number }) {
  send(exchange, { status, type: 'text/html', text: layout(speech, { title: speech.say('office.title'), subtitle, body }) });
}

interface Sent {
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

function send({ response }: Exchange, { status, type, text }: Sent) {
  response.writeHead(status, { 'content-type': `${type}; charset=utf-8` }).end(text);
}
