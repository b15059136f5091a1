import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { OpenAPIHandler } from '@orpc/openapi/node';
import { RPCHandler } from '@orpc/server/node';
import { BodyLimitPlugin } from '@orpc/server/node';
import sirv from 'sirv';
import type { CallContext } from '#core/procedure.ts';
import type { Core } from '#core/core.ts';
import type { Entrance } from '#core/entrance/entrance.ts';
import { entranceRouter } from '#core/entrance/handlers.ts';
import type { EntranceContext } from '#core/entrance/handlers.ts';
import { router } from '#core/router.ts';
import { bearerKey, cookieKey, isFromHere, isSameKey, keyCookie, securityHeaders } from '#core/host/http/guard.ts';
import { handOutFiles } from '#core/host/http/hand-out-files.ts';
import { asksForPage, noAccessPage } from '#core/host/http/no-access-page.ts';
import { calendarTokenIn, serveCalendar } from '#core/host/http/serve-calendar.ts';
import { describeApi } from '#core/host/http/open-api.ts';
import { admit as admitCaller } from '#core/host/admit.ts';
import { openByKey } from '#core/host/http/open-by-key.ts';
import type { EntryFault } from '#shared/procedure.ts';

/** Bytes: the largest file that may be handed over. */
const bodyLimit = 256 * 1024 * 1024;

/** Milliseconds: whoever takes longer to say what is wanted, or to hand it over, is cut off. */
const patience = { headersTimeout: 10_000, requestTimeout: 300_000, connectionsCheckingInterval: 2000 };

const shut = 'The data of Cartera is not open: see its page.';

export interface HttpOptions {
  readonly entrance: Entrance;
  /** 0 takes any that is free. */
  readonly port: number;
  /** The built page. */
  readonly rendererDirectory: string;
  readonly key: string;
}

export interface HttpServer {
  readonly port: number;
  close(): Promise<void>;
}

/** Serves the page, its procedures (/rpc) and the REST API (/api/v1) on 127.0.0.1 only. Rejects when the port is taken. */
export async function serveHttp({ entrance, port: wanted, rendererDirectory, key }: HttpOptions): Promise<HttpServer> {
  const plugins = [new BodyLimitPlugin<CallContext>({ maxBodySize: bodyLimit })];
  const handler = (way: 'page' | 'program') => {
    const { interceptors, clientInterceptors } = admitCaller({ way });
    return { plugins, clientInterceptors, interceptors: [...interceptors, handOutFiles] };
  };
  const rpc = new RPCHandler<CallContext>(router, handler('page'));
  const entranceRpc = new RPCHandler(entranceRouter, {
    plugins: [new BodyLimitPlugin<EntranceContext>({ maxBodySize: bodyLimit })],
  });
  const api = new OpenAPIHandler<CallContext>(router, handler('program'));
  const page = sirv(rendererDirectory, {
    single: true,
    setHeaders: (response) => response.setHeader('cache-control', 'no-cache'),
  });
  let port = wanted;

  async function answer(request: IncomingMessage, response: ServerResponse) {
    for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
    if (!isFromHere(request, port)) return refuse(response, 403, 'This address is for Cartera on this computer only.');
    const url = addressOf(request, port);
    if (!url) return refuse(response, 400, 'This is not an address.');
    const core = entrance.core();
    if (url.pathname === '/api/v1/openapi.json' && isReading(request)) return sendJson(response, await describeApi());
    if (url.pathname.startsWith('/api/v1/')) {
      if (!core) return refuse(response, 503, shut);
      const given = bearerKey(request) ?? '';
      // With the key of the browser shell it is as in a window.
      const entry = isSameKey(given, key) ? ({ type: 'open' } as const) : openByKey(core, given);
      if (entry.type === 'refused') return refuseKey(response, entry.code);
      if (entry.type === 'gone') return refuse(response, 403, 'This key is for somebody who works here no more.');
      const { type: _type, ...opened } = entry;
      const { matched } = await api.handle(request, response, { prefix: '/api/v1', context: { ...contextOf(core), ...opened } });
      return matched ? undefined : refuse(response, 404, 'There is nothing at this address.');
    }
    const calendarToken = calendarTokenIn(url);
    if (calendarToken !== undefined && !core) return refuse(response, 503, shut);
    if (calendarToken !== undefined && core) return serveCalendar(core, calendarToken, { request, response });
    if (url.searchParams.has('key') && request.method === 'GET') return admit(url, { request, response });
    if (!isSameKey(cookieKey(request, port), key)) return refuseAccess(request, response);
    if (url.pathname.startsWith('/rpc/entrance/')) {
      const { matched } = await entranceRpc.handle(request, response, { prefix: '/rpc/entrance', context: { entrance } });
      return matched ? undefined : refuse(response, 404, 'There is no such procedure.');
    }
    if (url.pathname.startsWith('/rpc/')) {
      if (!core) return refuse(response, 503, shut);
      const { matched } = await rpc.handle(request, response, { prefix: '/rpc', context: contextOf(core) });
      return matched ? undefined : refuse(response, 404, 'There is no such procedure.');
    }
    if (!isReading(request)) return refuse(response, 405, 'Pages can only be read.');
    page(request, response, () => refuse(response, 404, 'There is nothing at this address.'));
  }

  function contextOf(core: Core): CallContext {
    return { core, actor: core.owner(), apiAddress: `http://127.0.0.1:${port}/api/v1` };
  }

  /** Swaps the key in the address for a cookie, so that it is in no history, bookmark or screenshot. */
  function admit(url: URL, { request, response }: Exchange) {
    if (!isSameKey(url.searchParams.get('key') ?? '', key)) return refuseAccess(request, response);
    url.searchParams.delete('key');
    // Two slashes at the beginning would lead to another host.
    const location = `/${url.pathname.replace(/^\/+/, '')}${url.search}`;
    response.writeHead(303, { location, 'set-cookie': keyCookie(key, port) }).end();
  }

  const server = createServer(patience, (request, response) => {
    answer(request, response).catch(() => {
      if (response.headersSent) response.destroy();
      else refuse(response, 500, 'Something went wrong.');
    });
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(wanted, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
  return {
    port,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function addressOf(request: IncomingMessage, port: number): URL | undefined {
  const asked = request.url ?? '/';
  // A whole address is for proxies only, and could name another host than Host does.
  return asked.startsWith('/') ? (URL.parse(asked, `http://127.0.0.1:${port}`) ?? undefined) : undefined;
}

function isReading({ method }: IncomingMessage): boolean {
  return method === 'GET' || method === 'HEAD';
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

const codes: Readonly<Record<number, string>> = {
  400: 'BAD_REQUEST',
  401: 'UNAUTHORIZED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  405: 'METHOD_NOT_SUPPORTED',
  503: 'SERVICE_UNAVAILABLE',
};

function refuse(response: ServerResponse, status: number, message: string) {
  const code = codes[status] ?? 'INTERNAL_SERVER_ERROR';
  response
    .writeHead(status, { 'content-type': 'application/json; charset=utf-8' })
    .end(JSON.stringify({ code, status, message }));
}

function refuseKey(response: ServerResponse, code: EntryFault) {
  const message = code === 'keyExpired' ? 'This key has expired.' : 'A valid key is needed: Authorization: Bearer KEY';
  response
    .writeHead(401, { 'content-type': 'application/json; charset=utf-8' })
    .end(JSON.stringify({ code: 'UNAUTHORIZED', status: 401, message, data: { code } }));
}

function refuseAccess(request: IncomingMessage, response: ServerResponse) {
  if (!asksForPage(request)) return refuse(response, 401, 'Open Cartera from its own link or icon.');
  response.writeHead(401, { 'content-type': 'text/html; charset=utf-8' }).end(noAccessPage(request));
}

function sendJson(response: ServerResponse, value: unknown) {
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(value));
}
