import { join } from 'node:path';
import { app } from 'electron';
import { dataFolderOf } from './data-folder.ts';
import { declarePageScheme } from './page-protocol.ts';
import { runShell, shellFiles } from './run-shell.ts';

const dataDirectory = dataFolderOf(process.argv);

// The lock of a single instance lies in this folder too: one Cartera to a data folder, whatever the number of folders.
app.setPath('userData', join(dataDirectory, 'desktop'));
declarePageScheme();

if (app.requestSingleInstanceLock()) {
  // Not awaited here: Electron gets ready only after this module has been evaluated.
  void app.whenReady().then(() => runShell(shellFiles(app.getAppPath()), dataDirectory));
} else {
  app.quit();
}
