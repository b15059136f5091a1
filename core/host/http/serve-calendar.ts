import type { IncomingMessage, ServerResponse } from 'node:http';
import { calendarOf, readCalendarKeys } from '#core/calendar/subscription.ts';
import type { Core } from '#core/core.ts';
import { coreSeenBy } from '#core/people/viewer/viewers.ts';
import { isSameKey } from '#core/host/http/guard.ts';

/** The word in the address of a calendar that another program follows; undefined for any other address. */
export function calendarTokenIn({ pathname }: URL): string | undefined {
  return /^\/calendar\/([\w-]+)\.ics$/.exec(pathname)?.[1];
}

/** Answers a calendar program: whoever has the word may read that one calendar, and nothing else. */
export function serveCalendar(
  core: Core,
  token: string,
  { request, response }: { readonly request: IncomingMessage; readonly response: ServerResponse },
) {
  if (request.method !== 'GET') return void response.writeHead(405, { allow: 'GET' }).end();
  // All are compared, so that the time tells nothing.
  const [holder] = readCalendarKeys(core.store.db).filter((key) => isSameKey(token, key.token));
  const found = holder && core.actorOf(holder.userId);
  // Of whoever left nothing is told any more.
  if (found?.type !== 'actor') return void response.writeHead(404).end();
  const { store } = coreSeenBy(core, found.actor);
  const text = calendarOf(store.db, found.actor.userId, core.clock.now());
  response.writeHead(200, { 'content-type': 'text/calendar; charset=utf-8' }).end(text);
}
