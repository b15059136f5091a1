import { makeMain, revokeDevice } from '#office/device/devices.ts';
import { retrySetAside } from '#office/device/retry-set-aside.ts';
import { discardSetAside } from '#office/device/set-aside.ts';
import { cancelInvite } from '#office/enrol/invites.ts';
import { makeCode } from '#office/enrol/make-code.ts';
import { isFormToken } from '#office/http/admin-key.ts';
import type { Exchange } from '#office/http/exchange.ts';
import { readBody } from '#office/http/read-body.ts';
import type { Office } from '#office/office.ts';
import { codePage } from '#office/page/invite-page.ts';
import { notePage } from '#office/page/question-pages.ts';
import { show, showNote } from '#office/page/send-page.ts';
import type { Speech } from '#office/page/speak.ts';
import { bringsSchema } from '#shared/sync/office-protocol.ts';

const formBytes = 16 * 1024;

/** Does what a form of the page asks for. */
export async function takeForm(office: Office, exchange: Exchange, speech: Speech): Promise<void> {
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
