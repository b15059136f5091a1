import { connect, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';

/** Stands between two programs and counts what crosses: all bytes of the connection, with the heads of HTTP. */
export interface CountingProxy {
  readonly port: number;
  readonly address: string;
  /** Bytes each way and times that the talk changed from asking to answering, since the last call. */
  take(): Crossed;
  /** Shut, it lets nobody through, as when the network is away. */
  shut(isShut: boolean): void;
  close(): Promise<void>;
}

export interface Crossed {
  readonly up: number;
  readonly down: number;
  readonly roundTrips: number;
}

export async function startProxy(targetPort: number): Promise<CountingProxy> {
  let crossed = { up: 0, down: 0, roundTrips: 0 };
  let isShut = false;
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    if (isShut) return void client.destroy();
    const target = connect({ port: targetPort, host: '127.0.0.1' });
    let isAsking = false;
    client.on('data', (bytes) => {
      crossed.up += bytes.length;
      isAsking = true;
    });
    target.on('data', (bytes) => {
      crossed.down += bytes.length;
      if (isAsking) crossed.roundTrips += 1;
      isAsking = false;
    });
    for (const [one, other] of [
      [client, target],
      [target, client],
    ] as const) {
      sockets.add(one);
      one.setNoDelay(true);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        sockets.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    address: `http://127.0.0.1:${port}`,
    take() {
      const taken = crossed;
      crossed = { up: 0, down: 0, roundTrips: 0 };
      return taken;
    },
    shut(wanted) {
      isShut = wanted;
      if (isShut) for (const socket of sockets) socket.destroy();
    },
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
