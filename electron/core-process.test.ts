import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const core = vi.hoisted(() => ({
  open: vi.fn(),
  serve: vi.fn(),
  onNotice: vi.fn(),
  onStayInTray: vi.fn(),
  close: vi.fn<() => Promise<void>>(),
}));
vi.mock('#core/host/serve-port.ts', () => ({ openPortHost: core.open }));

class FakeParentPort extends EventEmitter {
  readonly postMessage = vi.fn();
}

describe("the core's process", () => {
  let parent: FakeParentPort;
  const exit = vi.fn();

  beforeEach(() => {
    vi.resetModules();
    vi.clearAllMocks();
    parent = new FakeParentPort();
    vi.stubGlobal('process', { ...process, argv: ['node', 'core-process.js', '/data'], parentPort: parent, exit });
    core.open.mockReset().mockReturnValue(core);
    core.onNotice.mockReset();
    core.onStayInTray.mockReset();
    core.close.mockResolvedValue();
  });
  afterEach(() => vi.unstubAllGlobals());

  const start = (): Promise<unknown> => import('./core-process.ts');

  it('serves the data folder on every port that main hands over', async () => {
    await start();
    const port = { start: vi.fn() };
    parent.emit('message', { data: { type: 'page' }, ports: [port] });
    expect(core.open).toHaveBeenCalledExactlyOnceWith('/data', {
      keychain: expect.any(Object),
      startOffice: expect.any(Function),
    });
    expect(core.serve).toHaveBeenCalledExactlyOnceWith(port);
    expect(port.start).toHaveBeenCalledOnce();
  });

  it('closes the data before it ends', async () => {
    await start();
    core.close.mockImplementation(async () => expect(exit).not.toHaveBeenCalled());
    parent.emit('message', { data: { type: 'stop' }, ports: [] });
    await vi.waitFor(() => expect(exit).toHaveBeenCalledExactlyOnceWith(0));
    expect(core.close).toHaveBeenCalledOnce();
  });

  it('tells main of notices, and whether to stay in the tray', async () => {
    core.onNotice.mockImplementation((tell: (notice: object) => void) => tell({ id: '1', head: 'Reminder', text: 'Call Ana' }));
    core.onStayInTray.mockImplementation((tell: (stays: boolean) => void) => tell(true));
    await start();
    expect(parent.postMessage).toHaveBeenCalledWith({ type: 'notice', id: '1', head: 'Reminder', text: 'Call Ana' });
    expect(parent.postMessage).toHaveBeenCalledWith({ type: 'stayInTray', stays: true });
  });

  it('tells main about data that can not be used, and can be stopped still', async () => {
    core.open.mockImplementation(() => {
      throw Object.assign(new Error('damaged'), { code: 'damaged', path: '/data/cartera.db' });
    });
    await start();
    expect(parent.postMessage).toHaveBeenCalledExactlyOnceWith({ type: 'fault', code: 'damaged', path: '/data/cartera.db' });
    parent.emit('message', { data: { type: 'stop' }, ports: [] });
    await vi.waitFor(() => expect(exit).toHaveBeenCalledOnce());
  });

  it('dies of a defect, so that it is restarted', async () => {
    core.open.mockImplementation(() => {
      throw new TypeError('undefined is not a function');
    });
    await expect(start()).rejects.toThrow(TypeError);
  });
});
