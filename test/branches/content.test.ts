import { createServer, request as forward } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished, vi } from 'vitest';
import { exchangeAll } from '#core/sync/exchange-all.ts';
import type { Computer } from '#test/factories/company.ts';
import { branchOf, exchange, openCompany } from '#test/branches/company-of-two.ts';

vi.setConfig({ testTimeout: 60_000 });

/** A network between a computer and head office that breaks after so many bytes, one way or the other. */
async function breakableNetwork(target: string) {
  let left = Number.POSITIVE_INFINITY;
  let sent = 0;
  let received = 0;
  const server: Server = createServer((request, response) => {
    const { hostname, port } = new URL(target);
    const { method, headers, url } = request;
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const body = Buffer.concat(parts);
      left -= body.length;
      if (left < 0) return void request.socket.destroy();
      sent += body.length;
      const onward = forward({ hostname, port, method, headers, path: url }, (answer) => {
        const back: Buffer[] = [];
        answer.on('data', (part: Buffer) => back.push(part));
        answer.on('end', () => {
          const bytes = Buffer.concat(back);
          left -= bytes.length;
          if (left < 0) return void request.socket.destroy();
          received += bytes.length;
          response.writeHead(answer.statusCode ?? 500, answer.headers).end(bytes);
        });
      });
      onward.end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    breakAfter: (bytes: number) => void (left = bytes),
    mend: () => void (left = Number.POSITIVE_INFINITY),
    /** Bytes that got through since it was asked last. */
    carried() {
      const through = { sent, received };
      sent = 0;
      received = 0;
      return through;
    },
  };
}

/** Bytes that can't be compressed, always the same. */
function bytesOf(length: number): Uint8Array<ArrayBuffer> {
  let seed = 7;
  return Uint8Array.from({ length }, () => (seed = (seed * 48_271) % 2_147_483_647) & 255);
}

async function openAt({ client }: Computer, id: string): Promise<Buffer> {
  return Buffer.from(await (await client.file.download({ id })).arrayBuffer());
}

it('a file that was attached at one branch opens at another, though the network broke on the way there and from there', async () => {
  const { office, north, south, address } = await openCompany('private');
  const content = bytesOf(1_500_000);
  const [toNorth, toSouth] = [await breakableNetwork(address), await breakableNetwork(address)];
  await north.client.sync.update({ addresses: [toNorth.address] });
  await south.client.sync.update({ addresses: [toSouth.address] });
  const { id: partyId } = await north.client.contact.create({ givenName: 'Rosa' });
  const { id } = await north.client.file.attach({ id: partyId, file: new File([content], 'plan.bin') });
  await north.sync();

  toNorth.breakAfter(800_000);
  await expect(exchangeAll(north.core)).rejects.toThrow('nobody answers');
  expect(toNorth.carried().sent).toBeGreaterThan(500_000);
  toNorth.mend();
  await exchange(north);
  expect(toNorth.carried().sent).toBeLessThan(1_200_000);
  await exchange(office);
  await office.client.branch.shareClient({ id: partyId, branchIds: [branchOf(south)] });
  await exchange(office, north);

  await south.sync();
  await expect(openAt(south, id)).rejects.toMatchObject({ code: 'NOT_HERE_YET' });
  toSouth.carried();
  toSouth.breakAfter(800_000);
  await expect(exchangeAll(south.core)).rejects.toThrow('nobody answers');
  expect(toSouth.carried().received).toBeGreaterThan(500_000);
  toSouth.mend();
  await exchange(south);
  expect(toSouth.carried().received).toBeLessThan(1_200_000);
  for (const computer of [office, south]) expect((await openAt(computer, id)).equals(content)).toBe(true);
});
