import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startOfficeThread } from '#office/start-office-thread.ts';

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'cartera-office-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

describe('head office in a thread of its own', () => {
  it('answers until it is closed, and knows who it is the next time', async () => {
    const dataDirectory = makeFolder();
    const office = await startOfficeThread({ dataDirectory, port: 0, host: '127.0.0.1' });
    expect((await fetch(`${office.address}/health`)).status).toBe(200);
    await office.close();
    await expect(fetch(`${office.address}/health`)).rejects.toThrow('fetch failed');
    const again = await startOfficeThread({ dataDirectory, port: 0, host: '127.0.0.1' });
    expect(again.adminKey).toBe(office.adminKey);
    await again.close();
  });

  it('says by the system’s own code why it can not begin', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void other.close());
    const { port } = other.address() as AddressInfo;
    await expect(startOfficeThread({ dataDirectory: makeFolder(), port, host: '127.0.0.1' })).rejects.toMatchObject({
      code: 'EADDRINUSE',
    });
  });
});
