import { join } from 'node:path';
import { app, dialog, ipcMain, Menu, session, type BrowserWindow } from 'electron';
import { desktopMessages } from '#shared/desktop/messages.ts';
import { startFaultText } from '#shared/desktop/start-fault.ts';
import { ASK_FOR_FILES, ASK_FOR_PORT } from './channels.ts';
import { startCore } from './core-link.ts';
import { chooseLanguage } from './language.ts';
import { limitPermissions } from './limit-permissions.ts';
import { openMainWindow } from './main-window.ts';
import { menuBar } from './menu.ts';
import { openedPathIn, type OpenedFiles } from './opened-files.ts';
import { servePage } from './page-protocol.ts';
import { showNotice } from './show-notice.ts';
import { createTray } from './tray.ts';
import { isTrustedSender } from './trusted-ipc-sender.ts';

export type ShellFiles = {
  readonly preload: string;
  readonly coreScript: string;
  readonly rendererDirectory: string;
  readonly icon: string;
};

/** Runs the desktop shell from the moment Electron is ready. A second start of the app brings the first one's window to the front. */
export async function runShell(files: ShellFiles, dataDirectory: string, opened: OpenedFiles): Promise<void> {
  const language = chooseLanguage(app.getPreferredSystemLanguages());
  let staysInTray = false;
  const core = startCore({
    script: files.coreScript,
    dataDirectory,
    onReport: (report) => {
      if (report.type === 'fault') {
        dialog.showErrorBox(desktopMessages['desktop.cannotStart'][language], startFaultText(report, language));
        app.quit();
      } else if (report.type === 'stayInTray') {
        staysInTray = report.stays;
      } else {
        showNotice(report, files.icon, () => void open());
      }
    },
  });
  let window: BrowserWindow | undefined;

  limitPermissions(session.defaultSession);
  servePage(session.defaultSession, files.rendererDirectory);
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuBar(language, process.platform)));
  ipcMain.on(ASK_FOR_PORT, (event) => {
    if (isTrustedSender(event)) {
      core.connect(event.sender);
    }
  });
  ipcMain.on(ASK_FOR_FILES, (event) => {
    if (isTrustedSender(event)) {
      opened.giveTo(event.sender);
    }
  });

  const open = async (): Promise<void> => {
    if (window === undefined || window.isDestroyed()) {
      window = await openMainWindow({ preload: files.preload, icon: files.icon, userData: app.getPath('userData') });
    } else {
      bringToFront(window);
    }
  };
  app.on('second-instance', (_event, args: readonly string[], folder: string) => {
    opened.open(openedPathIn(args, folder));
    void open();
  });
  app.on('activate', () => void open());
  app.on('window-all-closed', () => {
    if (!staysInTray) {
      app.quit();
    }
  });

  const tray = createTray(files.icon, language, { open: () => void open(), quit: () => app.quit() });
  quitAfter(() => {
    tray.destroy();
    return core.stop();
  });
  await open();
}

/** The paths of what a build put beside the main script. */
export function shellFiles(appFolder: string): ShellFiles {
  return {
    preload: join(appFolder, 'dist', 'electron', 'preload.cjs'),
    coreScript: join(appFolder, 'dist', 'electron', 'electron', 'core-process.js'),
    rendererDirectory: join(appFolder, 'dist', 'renderer'),
    icon: join(appFolder, 'build', 'icons', 'icon.png'),
  };
}

function bringToFront(window: BrowserWindow): void {
  if (window.isMinimized()) {
    window.restore();
  }
  window.show();
  window.focus();
}

/** Holds the end of the app back until the work is done: Electron itself waits for nothing. */
function quitAfter(work: () => Promise<void>): void {
  let done = false;
  app.on('will-quit', (event) => {
    if (done) {
      return;
    }
    event.preventDefault();
    void work().finally(() => {
      done = true;
      app.quit();
    });
  });
}
