import { contextBridge, ipcRenderer } from 'electron';
import {
  ASK_FOR_FILES,
  ASK_FOR_PORT,
  HERE_IS_FILE,
  HERE_IS_PORT,
  PAGE_ASKS_FOR_FILES,
  PAGE_ASKS_FOR_PORT,
  PAGE_GETS_FILE,
  PAGE_GETS_PORT,
  type OpenedFile,
} from './channels.ts';

/** A port can't cross the context bridge, so it is handed over as a window message: to this page only, and from it only. */
contextBridge.exposeInMainWorld('cartera', { desktop: true });

window.addEventListener('message', (event) => {
  if (event.source === window && event.data === PAGE_ASKS_FOR_PORT) {
    ipcRenderer.send(ASK_FOR_PORT);
  }
  if (event.source === window && event.data === PAGE_ASKS_FOR_FILES) {
    ipcRenderer.send(ASK_FOR_FILES);
  }
});

ipcRenderer.on(HERE_IS_PORT, (event) => {
  window.postMessage(PAGE_GETS_PORT, window.location.origin, event.ports);
});

ipcRenderer.on(HERE_IS_FILE, (_event, { name, bytes }: OpenedFile) => {
  window.postMessage({ type: PAGE_GETS_FILE, name, bytes }, window.location.origin);
});
