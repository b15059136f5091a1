import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerOptions, ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { readOverview } from '#office/device/overview.ts';
import { isAdmin } from '#office/http/admin-key.ts';
import { clientAddress, isFromThisComputer } from '#office/http/client-address.ts';
import type { Exchange } from '#office/http/exchange.ts';
import { rawFault } from '#office/http/faults.ts';
import { createReplays } from '#office/http/replays.ts';
import { refuseSync, serveSync } from '#office/http/serve-sync.ts';
import type { SyncGuards } from '#office/http/serve-sync.ts';
import { createTokenBuckets } from '#office/http/token-buckets.ts';
import { factsOf } from '#office/log/log.ts';
import type { Office } from '#office/office.ts';
import { lateAfterDays, servePage } from '#office/page/serve-page.ts';

export interface ServeOptions {
  readonly host: string;
  /** 0 takes any that is free. */
  readonly port: number;
  /** PEM; null serves without, as behind a proxy. */
  readonly tls: { readonly cert: string; readonly key: string } | null;
  /** Whether a proxy in front says who asks. */
  readonly isBehindProxy: boolean;
}

export interface OfficeServer {
  readonly port: number;
  /** Lets requests under way end, for a while, and takes no new ones. */
  close(): Promise<void>;
}

/** Sent with what a browser may show: its page needs no script, no picture from elsewhere, and no frame. */
const securityHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
};

/** Answers computers of the company, whoever watches over it, and a browser. @throws EADDRINUSE and such; errors of certificates */
export async function serveOffice(office: Office, { host, port, tls, isBehindProxy }: ServeOptions): Promise<OfficeServer> {
  const { limits } = office;
  const tick = () => performance.now();
  const perAddress = createTokenBuckets(limits.perAddress, tick);
  const tries = createTokenBuckets(limits.tries, tick);
  const guards: SyncGuards = {
    tries,
    perDevice: createTokenBuckets(limits.perDevice, tick),
    replays: createReplays(),
    begin: createPlaces(limits.working),
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const address = clientAddress(request, isBehindProxy);
    const url = URL.parse(request.url ?? '/', 'http://office') ?? new URL('http://office/404');
    const exchange: Exchange = { request, response, url, path: url.pathname, address };
    if (url.pathname === '/health') return giveHealth(office, response);
    if (!perAddress.take(address)) return refuseSync(office, exchange, { code: 'tooMany', deviceId: null });
    // Computers of branches may be on a line that is paid by the byte.
    if (url.pathname.startsWith('/sync/')) return serveSync(office, guards, exchange);
    for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
    if (url.pathname === '/metrics') return giveMetrics(office, exchange);
    return servePage(office, { tries, isSecure: tls !== null || request.headers['x-forwarded-proto'] === 'https' }, exchange);
  }

  const server = listener(limits, tls, (request, response) => {
    answer(request, response).catch((error: unknown) => {
      office.log.error('failed', { path: request.url?.split('?')[0] ?? '', ...factsOf(error) });
      refuseSync(office, { response, address: '' }, { code: 'failed', deviceId: null });
    });
  });
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => refuseUnread(office, error, socket));
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close: () => stop(server, limits.stopTime),
  };
}

function listener(
  { headTime, requestTime, connections }: Office['limits'],
  tls: ServeOptions['tls'],
  answer: (request: IncomingMessage, response: ServerResponse) => void,
): Server {
  const options: ServerOptions = {
    headersTimeout: headTime,
    requestTimeout: requestTime,
    connectionsCheckingInterval: Math.min(1000, headTime),
    keepAliveTimeout: 65_000,
    maxHeaderSize: 8192,
  };
  const server = tls === null ? createServer(options, answer) : createSecureServer({ ...options, ...tls }, answer);
  server.maxConnections = connections;
  return server;
}

/** What never became a request: too slow, or not HTTP. */
function refuseUnread({ log, metrics }: Office, { code }: NodeJS.ErrnoException, socket: Socket) {
  if (code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const fault = code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 'tooSlow' : code === 'HPE_HEADER_OVERFLOW' ? 'tooLarge' : 'malformed';
  metrics.faults.add(1, { code: fault });
  log.warn('refused', { code: fault, address: socket.remoteAddress ?? '', device: null });
  socket.end(rawFault(fault));
}

async function giveHealth({ store }: Office, response: ServerResponse) {
  const isReady = await store
    .read((tx) => tx.all('SELECT epoch FROM company'))
    .then(
      () => true,
      () => false,
    );
  response
    .writeHead(isReady ? 200 : 503, { 'content-type': 'application/json; charset=utf-8' })
    .end(JSON.stringify({ live: true, ready: isReady }));
}

async function giveMetrics(office: Office, { request, response }: Exchange) {
  const { store, identity, metrics, officeName, version, now } = office;
  if (!isFromThisComputer(request) && !isAdmin(request, identity.adminKey)) return void response.writeHead(401).end();
  const overview = await store.read((tx) => readOverview(tx, { officeName, version, lateAfterDays, now: now() }));
  response.writeHead(200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' }).end(metrics.text(overview));
}

function createPlaces(count: number): () => (() => void) | null {
  let taken = 0;
  return () => {
    if (taken >= count) return null;
    taken += 1;
    return () => void (taken -= 1);
  };
}

async function stop(server: Server, time: number) {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  // Connections are kept for the next request: they go when the one under way is answered.
  const release = setInterval(() => server.closeIdleConnections(), 50);
  const force = setTimeout(() => server.closeAllConnections(), time);
  await closed;
  clearInterval(release);
  clearTimeout(force);
}
