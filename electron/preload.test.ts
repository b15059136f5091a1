import { EventEmitter } from 'node:events';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';

const bridge = vi.hoisted(() => ({ exposed: new Map<string, unknown>(), send: vi.fn() }));
const ipc = vi.hoisted((): { emitter?: EventEmitter } => ({}));

vi.mock('electron', () => {
  const emitter = new EventEmitter();
  ipc.emitter = emitter;
  return {
    contextBridge: { exposeInMainWorld: (name: string, value: unknown) => bridge.exposed.set(name, value) },
    ipcRenderer: { send: bridge.send, on: emitter.on.bind(emitter) },
  };
});

describe('the preload', () => {
  const listeners: ((event: { source: unknown; data: unknown }) => void)[] = [];
  const page = {
    location: { origin: 'app://cartera' },
    postMessage: vi.fn(),
    addEventListener: (_type: string, listener: (event: { source: unknown; data: unknown }) => void) => listeners.push(listener),
  };
  const say = (source: unknown, data: unknown): void => listeners.forEach((listener) => listener({ source, data }));

  beforeAll(async () => {
    vi.stubGlobal('window', page);
    await import('./preload.ts');
  });
  beforeEach(() => {
    bridge.send.mockClear();
    page.postMessage.mockClear();
  });

  it('gives the page a sign that it is there, and no function of Electron', () => {
    expect([...bridge.exposed]).toEqual([['cartera', { desktop: true }]]);
  });

  it('asks for a port when its own page does', () => {
    say(page, 'cartera:ask-port');
    expect(bridge.send).toHaveBeenCalledExactlyOnceWith('ask-for-port');
  });

  it('does not listen to another window, nor to other words', () => {
    say({}, 'cartera:ask-port');
    say(page, 'ask-for-port');
    say(page, { channel: 'cartera:ask-port' });
    expect(bridge.send).not.toHaveBeenCalled();
  });

  it('asks for files that were opened with the app, and hands them to the page of its own origin only', () => {
    say({}, 'cartera:ask-files');
    expect(bridge.send).not.toHaveBeenCalled();
    say(page, 'cartera:ask-files');
    expect(bridge.send).toHaveBeenCalledExactlyOnceWith('ask-for-files');
    const file = { name: 'shop.cartera', bytes: new Uint8Array([1]) };
    ipc.emitter?.emit('here-is-file', {}, file);
    expect(page.postMessage).toHaveBeenCalledExactlyOnceWith({ type: 'cartera:file', ...file }, 'app://cartera');
  });

  it('hands the port to the page of its own origin only', () => {
    const port = { name: 'port' };
    ipc.emitter?.emit('here-is-port', { ports: [port] });
    expect(page.postMessage).toHaveBeenCalledExactlyOnceWith('cartera:port', 'app://cartera', [port]);
  });
});
