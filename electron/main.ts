import { join } from 'node:path';
import { app } from 'electron';
import { dataFolderOf } from './data-folder.ts';
import { createOpenedFiles, openedPathIn } from './opened-files.ts';
import { declarePageScheme } from './page-protocol.ts';
import { runShell, shellFiles } from './run-shell.ts';

const dataDirectory = dataFolderOf(process.argv);

// The lock of a single instance lies in this folder too: one Cartera to a data folder, whatever the number of folders.
app.setPath('userData', join(dataDirectory, 'desktop'));
declarePageScheme();

const opened = createOpenedFiles();
opened.open(openedPathIn(process.argv));
// macOS tells of a file in its own way, and before the app is ready.
app.on('open-file', (event, path) => {
  event.preventDefault();
  opened.open(openedPathIn([path]));
});

if (app.requestSingleInstanceLock()) {
  // Not awaited here: Electron gets ready only after this module has been evaluated.
  void app.whenReady().then(() => runShell(shellFiles(app.getAppPath()), dataDirectory, opened));
} else {
  app.quit();
}
