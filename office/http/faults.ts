import type { ServerResponse } from 'node:http';
import type { Fault, FaultCode } from '#shared/sync/protocol.ts';

const statuses: Readonly<Record<FaultCode, number>> = {
  unknownDevice: 401,
  revoked: 403,
  wrongCompany: 403,
  malformed: 400,
  tampered: 400,
  tooLarge: 413,
  tooMany: 429,
  notForYou: 403,
  busy: 503,
  unknownRequest: 404,
  replayed: 409,
  tooSlow: 408,
  wrongCode: 403,
  failed: 500,
};

/** Refuses a whole message. Says the code and nothing else: neither what was found nor where. */
export function sendFault(response: ServerResponse, code: FaultCode) {
  if (response.headersSent) return void response.destroy();
  const status = statuses[code];
  const isLater = status === 429 || status === 503;
  // Whoever sent too much or too slowly may be sending still.
  const isCut = status === 413 || status === 408;
  response
    .writeHead(status, {
      'content-type': 'application/json; charset=utf-8',
      ...(isLater && { 'retry-after': '2' }),
      ...(isCut && { connection: 'close' }),
    })
    .end(textOf(code));
}

/** The same where there is no request yet to answer: only the bare line. */
export function rawFault(code: FaultCode): string {
  const text = textOf(code);
  return [
    `HTTP/1.1 ${statuses[code]} Refused`,
    'content-type: application/json; charset=utf-8',
    `content-length: ${Buffer.byteLength(text)}`,
    'connection: close',
    '',
    text,
  ].join('\r\n');
}

function textOf(code: FaultCode): string {
  return JSON.stringify({ kind: 'fault', code } satisfies Fault);
}
