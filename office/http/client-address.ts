import type { IncomingMessage } from 'node:http';
import { isIPv6 } from 'node:net';

/**
 * Whom limits count by: the address that a request came from, of IPv6 the network (a home has 2^64 addresses). Behind a proxy
 * it is the last one that the proxy itself wrote down; whatever stands before may be made up.
 */
export function clientAddress(request: IncomingMessage, isBehindProxy: boolean): string {
  const forwarded = isBehindProxy ? [request.headers['x-forwarded-for']].flat().join(',').split(',').at(-1)?.trim() : undefined;
  const address = forwarded || (request.socket.remoteAddress ?? '');
  const plain = address.startsWith('::ffff:') ? address.slice(7) : address;
  return isIPv6(plain) ? networkOf(plain) : plain;
}

/** Says whether a request was made on this computer, and neither passed on by a proxy that runs on it nor sent by a page whose name was made to lead here. */
export function isFromThisComputer(request: IncomingMessage): boolean {
  const { headers, socket } = request;
  if (headers['x-forwarded-for'] !== undefined || headers.forwarded !== undefined) return false;
  if (!/^(localhost|\d+\.\d+\.\d+\.\d+|\[[\da-f:.]+\])(:\d+)?$/i.test(headers.host ?? '')) return false;
  return ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(socket.remoteAddress ?? '');
}

function networkOf(address: string): string {
  const [head = '', tail = ''] = address.split('::');
  const start = head.split(':').filter(Boolean);
  const end = tail.split(':').filter(Boolean);
  const groups = [...start, ...Array.from({ length: Math.max(0, 8 - start.length - end.length) }, () => '0'), ...end];
  return groups.slice(0, 4).join(':');
}
