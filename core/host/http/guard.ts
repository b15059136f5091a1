import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** Sent with every answer. Styles may be inline because the component library writes its colours so; scripts never. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  // Answers hold what is known of people: no cache keeps them. The page itself says otherwise.
  'cache-control': 'no-store',
};

/**
 * Says whether a request may come from our own page or a program on this computer: its Host is this address (another
 * name that leads here is a rebinding attack), and no other site's page sent it.
 */
export function isFromHere(request: IncomingMessage, port: number): boolean {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  const [host, ...others] = request.headersDistinct['host'] ?? [];
  if (host === undefined || others.length > 0 || !hosts.includes(host)) return false;
  const { origin } = request.headers;
  if (origin !== undefined && !hosts.some((host) => origin === `http://${host}`)) return false;
  const site = request.headers['sec-fetch-site'];
  return site === undefined || site === 'same-origin' || site === 'none';
}

/** The key a browser was given when it first came with it in the address. */
export function cookieKey(request: IncomingMessage, port: number): string | undefined {
  const prefix = `${cookieName(port)}=`;
  const cookie = request.headers.cookie?.split(/;\s*/).find((part) => part.startsWith(prefix));
  return cookie?.slice(prefix.length);
}

/** The key another program sends with each request. */
export function bearerKey(request: IncomingMessage): string | undefined {
  return /^Bearer\s+(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
}

/** Browsers share cookies among the ports of one address, so the port is in the name. */
export function keyCookie(key: string, port: number): string {
  return `${cookieName(port)}=${key}; Path=/; HttpOnly; SameSite=Strict; Max-Age=31536000`;
}

/** Compares without telling by its time how much was right. */
export function isSameKey(given: string | undefined, key: string): boolean {
  if (given === undefined) return false;
  const [one, other] = [Buffer.from(given), Buffer.from(key)];
  return one.length === other.length && timingSafeEqual(one, other);
}

function cookieName(port: number): string {
  return `cartera_${port}`;
}
