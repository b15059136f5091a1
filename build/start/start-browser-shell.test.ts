import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startBrowserShell } from './start-browser-shell.ts';

const host = vi.hoisted(() => ({ start: vi.fn(), close: vi.fn<() => Promise<void>>() }));
vi.mock('#core/host/start-host.ts', () => ({ startHost: host.start }));
vi.mock('./open-browser.ts', () => ({ openBrowser: async () => false }));

describe('startBrowserShell', () => {
  let said: string;
  let complained: string;

  beforeEach(() => {
    said = '';
    complained = '';
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => ((said += String(text)), true));
    vi.spyOn(process.stderr, 'write').mockImplementation((text) => ((complained += String(text)), true));
    host.start.mockReset();
    host.close.mockReset().mockResolvedValue();
  });
  afterEach(() => vi.restoreAllMocks());

  const start = (openPage = false): Promise<number> =>
    startBrowserShell({ root: '/app', port: 4800, dataDirectory: '/data', openPage });

  it('says where it is ready, and closes the data when told to stop', async () => {
    host.start.mockResolvedValue({ url: 'http://127.0.0.1:4800/?key=abc', close: host.close });
    const ended = start();
    await vi.waitFor(() => expect(said).toBe('Cartera is ready at http://127.0.0.1:4800/?key=abc\n'));
    expect(host.close).not.toHaveBeenCalled();
    process.emit('SIGTERM');
    expect(await ended).toBe(0);
    expect(host.close).toHaveBeenCalledOnce();
  });

  it('asks the person to open the link where no browser can be opened', async () => {
    host.start.mockResolvedValue({ url: 'http://127.0.0.1:4800/?key=abc', close: host.close });
    const ended = start(true);
    await vi.waitFor(() => expect(said).toContain('open the link above'));
    process.emit('SIGINT');
    expect(await ended).toBe(0);
  });

  it.each([
    [{ code: 'EADDRINUSE' }, '--port 4801'],
    [{ code: 'damaged', path: '/data/cartera.db' }, '/data/cartera.db is damaged'],
    [{ code: 'EACCES' }, 'port 4800'],
  ])('ends with code 1 and a way out when it can not start: %j', async (details, words) => {
    host.start.mockRejectedValue(Object.assign(new Error('no'), details));
    expect(await start()).toBe(1);
    expect(complained).toContain(words);
    expect(said).toBe('');
  });
});
