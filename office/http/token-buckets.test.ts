import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { clientAddress } from '#office/http/client-address.ts';
import { createTokenBuckets } from '#office/http/token-buckets.ts';

describe('limits', () => {
  it('let each one do so much at once, and so much each second', () => {
    let now = 0;
    const buckets = createTokenBuckets({ burst: 2, perSecond: 1 }, () => now);
    expect([buckets.take('a'), buckets.take('a'), buckets.take('a'), buckets.take('b')]).toEqual([true, true, false, true]);
    now = 1000;
    expect([buckets.has('a'), buckets.take('a'), buckets.has('a')]).toEqual([true, true, false]);
    now = 60_000;
    expect([buckets.take('a'), buckets.take('a'), buckets.take('a')]).toEqual([true, true, false]);
  });

  it('remember as many as fit into memory', () => {
    const buckets = createTokenBuckets({ burst: 1, perSecond: 0 }, () => 0);
    buckets.take('first');
    for (let count = 0; count < 10_000; count += 1) buckets.take(String(count));
    expect(buckets.take('first')).toBe(true);
  });

  it('count by address, of IPv6 by network, and behind a proxy by what the proxy wrote down', () => {
    const from = (remoteAddress: string, forwarded?: string) =>
      ({
        socket: { remoteAddress },
        headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
      }) as unknown as IncomingMessage;
    expect(clientAddress(from('::ffff:10.0.0.7'), false)).toBe('10.0.0.7');
    expect(clientAddress(from('2001:db8:1:2:3:4:5:6'), false)).toBe('2001:db8:1:2');
    expect(clientAddress(from('2001:db8::6'), false)).toBe('2001:db8:0:0');
    expect(clientAddress(from('10.0.0.7', 'made-up, 203.0.113.9'), false)).toBe('10.0.0.7');
    expect(clientAddress(from('10.0.0.7', 'made-up, 203.0.113.9'), true)).toBe('203.0.113.9');
  });
});
