import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** What is made from the administrator's key for one use, so that none gives the key itself away. */
function derive(adminKey: string, use: string): string {
  return createHmac('sha256', adminKey).update(use).digest('base64url');
}

/** Says whether a program sends the key, or a browser what it was given for the key. */
export function isAdmin(request: IncomingMessage, adminKey: string): boolean {
  const bearer = /^Bearer\s+(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
  return isSame(bearer, adminKey) || isSame(cookieOf(request), derive(adminKey, 'page'));
}

export function isAdminKey(given: string, adminKey: string): boolean {
  return isSame(given, adminKey);
}

/** The cookie for a browser that came with the key in its address. */
export function adminCookie(adminKey: string, isSecure: boolean): string {
  const attributes = ['Path=/', 'HttpOnly', 'SameSite=Strict', 'Max-Age=2592000', ...(isSecure ? ['Secure'] : [])];
  return [`${cookieName}=${derive(adminKey, 'page')}`, ...attributes].join('; ');
}

/** What forms carry, so that no other page can send them. */
export function formToken(adminKey: string): string {
  return derive(adminKey, 'form');
}

export function isFormToken(given: string | null, adminKey: string): boolean {
  return isSame(given ?? undefined, formToken(adminKey));
}

const cookieName = 'cartera_office';

function cookieOf(request: IncomingMessage): string | undefined {
  const prefix = `${cookieName}=`;
  const cookie = request.headers.cookie?.split(/;\s*/).find((part) => part.startsWith(prefix));
  return cookie?.slice(prefix.length);
}

/** Compares without telling by its time how much was right. */
function isSame(given: string | undefined, expected: string): boolean {
  if (given === undefined) return false;
  const [one, other] = [Buffer.from(given), Buffer.from(expected)];
  return one.length === other.length && timingSafeEqual(one, other);
}
