import type { IncomingMessage } from 'node:http';

export type Body =
  | { readonly type: 'body'; readonly bytes: Buffer }
  | { readonly type: 'tooLarge' }
  /** The sender broke off, or was too slow and has been answered. */
  | { readonly type: 'brokenOff' };

/** Reads what a request carries, up to `limit` bytes: whatever is longer is refused as soon as that is known. */
export function readBody(request: IncomingMessage, limit: number): Promise<Body> {
  if (Number(request.headers['content-length'] ?? 0) > limit) return Promise.resolve({ type: 'tooLarge' });
  return new Promise((resolve) => {
    const parts: Buffer[] = [];
    let length = 0;
    request.on('data', (part: Buffer) => {
      length += part.length;
      if (length > limit) {
        request.pause();
        resolve({ type: 'tooLarge' });
      } else parts.push(part);
    });
    request.once('end', () => resolve({ type: 'body', bytes: Buffer.concat(parts) }));
    request.once('error', () => resolve({ type: 'brokenOff' }));
    request.once('close', () => resolve({ type: 'brokenOff' }));
  });
}
