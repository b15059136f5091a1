import { readFile } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { protocol, type Session } from 'electron';
import { isOwnPage, PAGE_SCHEME } from './page-address.ts';

/** No inline script, nothing from elsewhere. Styles may be inline because the component library sets them at run time. */
export const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

/** Declares the page's scheme. Electron takes this before it is ready, and only then. */
export function declarePageScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true };
  protocol.registerSchemesAsPrivileged([{ scheme: PAGE_SCHEME, privileges }]);
}

/** Serves the built page to the windows of a session. */
export function servePage(session: Session, folder: string): void {
  session.protocol.handle(PAGE_SCHEME, (request) => answerPageRequest(folder, request));
}

/** The answer to one request of the page. Paths without an extension are the page's own routes, and give the page. */
export async function answerPageRequest(folder: string, request: Pick<Request, 'url' | 'method'>): Promise<Response> {
  const file = fileOf(folder, request.url);
  if (file === undefined || request.method !== 'GET') {
    return notFound();
  }
  try {
    const headers = {
      'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
      'content-security-policy': PAGE_POLICY,
      'x-content-type-options': 'nosniff',
    };
    return new Response(new Uint8Array(await readFile(file)), { headers });
  } catch {
    return notFound();
  }
}

function fileOf(folder: string, address: string): string | undefined {
  if (!isOwnPage(address)) {
    return undefined;
  }
  let path;
  try {
    path = decodeURIComponent(new URL(address).pathname);
  } catch {
    return undefined;
  }
  const file = join(folder, extname(path) === '' ? 'index.html' : path);
  return file.startsWith(folder + sep) && !path.includes('\0') ? file : undefined;
}

function notFound(): Response {
  return new Response('', { status: 404, headers: { 'content-security-policy': PAGE_POLICY } });
}
