import { EventEmitter } from 'node:events';
import { resolve } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { CoreLinkOptions } from './core-link.ts';
import { chooseLanguage } from './language.ts';
import { runShell, shellFiles } from './run-shell.ts';

const fake = vi.hoisted(() => ({
  connect: vi.fn(),
  showErrorBox: vi.fn(),
  onReport: undefined as CoreLinkOptions['onReport'] | undefined,
  showNotice: vi.fn(),
  stop: vi.fn<() => Promise<void>>(),
  window: { isDestroyed: vi.fn(), isMinimized: vi.fn(), restore: vi.fn(), show: vi.fn(), focus: vi.fn() },
  openWindow: vi.fn<() => Promise<unknown>>(),
  opened: { open: vi.fn(), giveTo: vi.fn() },
  app: undefined as (EventEmitter & { quit: ReturnType<typeof vi.fn> }) | undefined,
  ipcMain: undefined as EventEmitter | undefined,
}));

vi.mock('./core-link.ts', () => ({
  startCore: ({ onReport }: CoreLinkOptions) => {
    fake.onReport = onReport;
    return { connect: fake.connect, stop: fake.stop };
  },
}));
vi.mock('./main-window.ts', () => ({ openMainWindow: fake.openWindow }));
vi.mock('./show-notice.ts', () => ({ showNotice: fake.showNotice }));
vi.mock('./tray.ts', () => ({ createTray: () => ({ destroy: vi.fn() }) }));
vi.mock('./limit-permissions.ts', () => ({ limitPermissions: vi.fn() }));
vi.mock('./page-protocol.ts', () => ({ servePage: vi.fn() }));
vi.mock('electron', () => {
  const app = Object.assign(new EventEmitter(), {
    quit: vi.fn(),
    getPath: () => '/user',
    getPreferredSystemLanguages: () => ['el-GR'],
  });
  fake.app = app;
  fake.ipcMain = new EventEmitter();
  const dialog = { showErrorBox: fake.showErrorBox };
  return { app, dialog, ipcMain: fake.ipcMain, session: {}, Menu: { setApplicationMenu: vi.fn(), buildFromTemplate: vi.fn() } };
});

describe('the desktop shell', () => {
  beforeEach(async () => {
    fake.app?.removeAllListeners();
    fake.ipcMain?.removeAllListeners();
    vi.clearAllMocks();
    fake.stop.mockResolvedValue();
    fake.openWindow.mockResolvedValue(fake.window);
    fake.window.isDestroyed.mockReturnValue(false);
    fake.window.isMinimized.mockReturnValue(true);
    await runShell(shellFiles('/app'), '/data', fake.opened);
  });

  it('brings its window to the front when the app is started a second time', () => {
    fake.app?.emit('second-instance', {}, ['cartera'], '/');
    expect(fake.openWindow).toHaveBeenCalledOnce();
    expect(fake.window.restore).toHaveBeenCalledOnce();
    expect(fake.window.focus).toHaveBeenCalledOnce();
  });

  it('takes the file that it is started with a second time, and hands files to its own page only', () => {
    fake.app?.emit('second-instance', {}, ['cartera', '--flag', 'shop.cartera'], '/usb');
    expect(fake.opened.open).toHaveBeenCalledExactlyOnceWith(resolve('/usb', 'shop.cartera'));
    const [frame, stranger] = [{ url: 'app://cartera/' }, { url: 'https://example.com/' }];
    fake.ipcMain?.emit('ask-for-files', { senderFrame: stranger, sender: { mainFrame: stranger } });
    expect(fake.opened.giveTo).not.toHaveBeenCalled();
    const sender = { mainFrame: frame };
    fake.ipcMain?.emit('ask-for-files', { senderFrame: frame, sender });
    expect(fake.opened.giveTo).toHaveBeenCalledExactlyOnceWith(sender);
  });

  it('opens a window anew when the last one was closed', () => {
    fake.window.isDestroyed.mockReturnValue(true);
    fake.app?.emit('activate');
    expect(fake.openWindow).toHaveBeenCalledTimes(2);
  });

  it('connects its own page to the core, and no other sender', () => {
    const frame = { url: 'app://cartera/' };
    const stranger = { url: 'https://example.com/' };
    fake.ipcMain?.emit('ask-for-port', { senderFrame: stranger, sender: { mainFrame: stranger } });
    expect(fake.connect).not.toHaveBeenCalled();
    const sender = { mainFrame: frame };
    fake.ipcMain?.emit('ask-for-port', { senderFrame: frame, sender });
    expect(fake.connect).toHaveBeenCalledExactlyOnceWith(sender);
  });

  it('stays without a window where the settings want it, and else ends', () => {
    fake.onReport?.({ type: 'stayInTray', stays: true });
    fake.app?.emit('window-all-closed');
    expect(fake.app?.quit).not.toHaveBeenCalled();
    fake.onReport?.({ type: 'stayInTray', stays: false });
    fake.app?.emit('window-all-closed');
    expect(fake.app?.quit).toHaveBeenCalledOnce();
  });

  it('shows notices with no window open, and opens one at a click', () => {
    fake.window.isDestroyed.mockReturnValue(true);
    const notice = { type: 'notice', id: '1', head: 'Reminder', text: 'Call Ana' } as const;
    fake.onReport?.(notice);
    expect(fake.showNotice.mock.calls[0]?.[0]).toEqual(notice);
    const [, , click] = fake.showNotice.mock.calls[0] ?? [];
    (click as () => void)();
    expect(fake.openWindow).toHaveBeenCalledTimes(2);
  });

  it('says in the language of the person why the data can not be used, and ends', () => {
    fake.onReport?.({ type: 'fault', code: 'fromTheFuture', path: '/data/cartera.db' });
    expect(fake.showErrorBox.mock.calls[0]?.[1]).toMatch(/Cartera.*νεότερη|νεότερη.*Cartera/);
    expect(fake.app?.quit).toHaveBeenCalledOnce();
  });

  it('quits only after the core has stopped', async () => {
    let stopped = (): void => undefined;
    fake.stop.mockReturnValue(new Promise((resolve) => (stopped = resolve)));
    const preventDefault = vi.fn();
    fake.app?.emit('will-quit', { preventDefault });
    expect(preventDefault).toHaveBeenCalledOnce();
    expect(fake.app?.quit).not.toHaveBeenCalled();
    stopped();
    await vi.waitFor(() => expect(fake.app?.quit).toHaveBeenCalledOnce());
    fake.app?.emit('will-quit', { preventDefault });
    expect(preventDefault).toHaveBeenCalledOnce();
  });
});

describe('chooseLanguage', () => {
  it.each([
    [['el-GR'], 'el'],
    [['de-DE', 'pt-BR', 'en-US'], 'pt'],
    [['RU'], 'ru'],
    [['de-DE'], 'en'],
    [[], 'en'],
  ])('speaks to %j in %s', (preferred, language) => {
    expect(chooseLanguage(preferred)).toBe(language);
  });
});
