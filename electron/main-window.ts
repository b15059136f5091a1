import { join } from 'node:path';
import { app, BrowserWindow, screen, type BrowserWindowConstructorOptions } from 'electron';
import { guardPage } from './guard-page.ts';
import { PAGE_URL } from './page-address.ts';
import { keepWindowState, placeWindow, readWindowState, SMALLEST } from './window-state.ts';

export type MainWindowOptions = {
  /** The built preload script. */
  readonly preload: string;
  readonly icon: string;
  /** The folder that keeps the window's state. */
  readonly userData: string;
};

/** Opens the window of the app where it was when it was last closed. */
export async function openMainWindow({ preload, icon, userData }: MainWindowOptions): Promise<BrowserWindow> {
  const stateFile = join(userData, 'window.json');
  const { bounds, maximized } = placeWindow(readWindowState(stateFile), screen.getAllDisplays(), screen.getPrimaryDisplay());
  const window = new BrowserWindow({ ...secureOptions(preload), ...bounds, icon });
  if (maximized) {
    window.maximize();
  }
  guardPage(window.webContents);
  keepWindowState(window, stateFile);
  window.once('ready-to-show', () => window.show());
  await window.loadURL(PAGE_URL);
  return window;
}

/** The page gets no Node, no access to the preload's objects, and a process in the system's sandbox. */
function secureOptions(preload: string): BrowserWindowConstructorOptions {
  return {
    show: false,
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    backgroundColor: '#ffffff',
    webPreferences: {
      preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      spellcheck: false,
      // Whoever sits down at an open till reads nothing with them that the page doesn't show.
      devTools: !app.isPackaged,
    },
  };
}
