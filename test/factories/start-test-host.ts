import { mkdirSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createEntrance } from '#core/entrance/entrance.ts';
import { resumeWork } from '#core/entrance/resume-work.ts';
import { readBrowserKey } from '#core/host/http/browser-key.ts';
import { serveHttp } from '#core/host/http/serve-http.ts';
import { servePorts } from '#core/host/serve-port.ts';
import type { PortHost } from '#core/host/serve-port.ts';
import { makeTestDirectory } from '#test/factories/open-test-core.ts';

export interface TestAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  /** The body as JSON. */
  json<Value>(): Value;
}

export interface Call {
  readonly method?: string;
  /** As it goes over the wire: nothing is cleaned up. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface TestHost {
  readonly port: number;
  readonly key: string;
  readonly dataDirectory: string;
  /** Serves windows of the desktop shell on the same data: no second host may have it open. */
  openPorts(): PortHost;
  /** Sends a request with these headers only, which a browser's fetch would not allow. */
  call(call: Call): Promise<TestAnswer>;
  /** Calls the REST API with the key; `body` is sent as JSON. */
  api(method: string, path: string, body?: unknown): Promise<TestAnswer>;
  close(): Promise<void>;
}

/** A host on a port of its own, with a page of one line, gone when the test ends. */
export async function startTestHost(): Promise<TestHost> {
  const directory = makeTestDirectory();
  const rendererDirectory = join(directory, 'page');
  const dataDirectory = join(directory, 'data');
  mkdirSync(rendererDirectory);
  writeFileSync(join(rendererDirectory, 'index.html'), '<title>Cartera</title>');
  writeFileSync(join(directory, 'secret.txt'), 'secret');
  const entrance = createEntrance({ dataDirectory });
  const key = readBrowserKey(dataDirectory);
  const server = await serveHttp({ entrance, port: 0, rendererDirectory, key });
  await entrance.opened();
  await entrance.whenOpen(resumeWork);
  let open = true;
  async function close() {
    if (!open) return;
    open = false;
    await server.close();
    await entrance.close();
  }
  onTestFinished(close);
  const { port } = server;
  const call = (request: Call) => send(port, request);
  return {
    port,
    key,
    dataDirectory,
    openPorts: () => servePorts(entrance),
    call,
    close,
    api: (method, path, body) =>
      call({
        method,
        path: `/api/v1${path}`,
        headers: {
          authorization: `Bearer ${key}`,
          'content-type': 'application/json',
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
  };
}

function send(port: number, { method = 'GET', path, headers = {}, body }: Call): Promise<TestAnswer> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, method, path, headers }, (response) => {
      const pieces: Buffer[] = [];
      response.on('data', (piece: Buffer) => pieces.push(piece));
      response.on('error', reject);
      response.on('end', () => {
        const text = Buffer.concat(pieces).toString('utf8');
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text,
          json: <Value>() => JSON.parse(text) as Value,
        });
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
