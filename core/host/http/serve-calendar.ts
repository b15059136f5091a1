import type { IncomingMessage, ServerResponse } from 'node:http';
import { calendarOf, readCalendarKeys } from '#core/calendar/subscription.ts';
import type { Core } from '#core/core.ts';
import { isSameKey } from '#core/host/http/guard.ts';

/** The word in the address of a calendar that another program follows; undefined for any other address. */
export function calendarTokenIn({ pathname }: URL): string | undefined {
  return /^\/calendar\/([\w-]+)\.ics$/.exec(pathname)?.[1];
}

/** Answers a calendar program: whoever has the word may read that one calendar, and nothing else. */
export function serveCalendar(
  { store, clock }: Core,
  token: string,
  { request, response }: { readonly request: IncomingMessage; readonly response: ServerResponse },
) {
  if (request.method !== 'GET') return void response.writeHead(405, { allow: 'GET' }).end();
  // All are compared, so that the time tells nothing.
  const [holder] = readCalendarKeys(store.db).filter((key) => isSameKey(token, key.token));
  if (!holder) return void response.writeHead(404).end();
  const text = calendarOf(store.db, holder.userId, clock.now());
  response.writeHead(200, { 'content-type': 'text/calendar; charset=utf-8' }).end(text);
}
