import { tmpdir } from 'node:os';
import type { BrowserWindowConstructorOptions } from 'electron';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { openMainWindow } from './main-window.ts';

const made = vi.hoisted((): { options: BrowserWindowConstructorOptions[]; loaded: string[] } => ({ options: [], loaded: [] }));

vi.mock('electron', () => {
  const display = { workArea: { x: 0, y: 0, width: 1440, height: 900 } };
  return {
    screen: { getAllDisplays: () => [display], getPrimaryDisplay: () => display },
    shell: {},
    app: { isPackaged: true },
    BrowserWindow: class {
      readonly webContents = { on: vi.fn(), setWindowOpenHandler: vi.fn() };
      readonly on = vi.fn();
      readonly once = vi.fn();
      constructor(options: BrowserWindowConstructorOptions) {
        made.options.push(options);
      }
      async loadURL(url: string): Promise<void> {
        made.loaded.push(url);
      }
    },
  };
});

describe('openMainWindow', () => {
  beforeEach(async () => {
    made.options.length = 0;
    await openMainWindow({ preload: '/preload.cjs', icon: '/icon.png', userData: `${tmpdir()}/cartera-no-such-folder` });
  });

  it("follows Electron's security checklist", () => {
    expect(made.options[0]?.webPreferences).toMatchObject({
      preload: '/preload.cjs',
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      devTools: false,
    });
  });

  it('shows the app and nothing else', () => {
    expect(made.loaded.at(-1)).toBe('app://cartera/');
  });

  it('stays hidden until the page is painted', () => {
    expect(made.options[0]?.show).toBe(false);
  });
});
