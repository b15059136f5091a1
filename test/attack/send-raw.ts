import { createConnection } from 'node:net';

/** Sends these bytes as they are. @returns all that was answered until the other side or `patience` (ms) ended it */
export function sendRaw(port: number, bytes: string | Buffer, patience = 5000): Promise<string> {
  return new Promise((resolve) => {
    const pieces: Buffer[] = [];
    const socket = createConnection({ host: '127.0.0.1', port });
    const timer = setTimeout(() => socket.destroy(), patience);
    socket.on('data', (piece) => pieces.push(piece));
    // Whoever is cut off while sending gets an error, and maybe an answer before.
    socket.on('error', () => undefined);
    socket.on('close', () => {
      clearTimeout(timer);
      resolve(Buffer.concat(pieces).toString('latin1'));
    });
    socket.write(bytes);
  });
}

/** A request by its lines, with a Host that is right unless the lines say another, and no further request. */
export function lines(port: number, first: string, headers: readonly string[] = [`Host: 127.0.0.1:${port}`]): string {
  return [first, ...headers, 'Connection: close', '', ''].join('\r\n');
}

/** The status of an answer; undefined when there was none. */
export function statusOf(answer: string): number | undefined {
  const found = /^HTTP\/1\.[01] (\d{3})/.exec(answer)?.[1];
  return found === undefined ? undefined : Number(found);
}
