import type { MenuItemConstructorOptions } from 'electron';
import { desktopMessages } from '#shared/desktop/messages.ts';
import type { Language } from '#shared/settings/contract.ts';

type Word = keyof typeof desktopMessages;

export type TrayActions = { readonly open: () => void; readonly quit: () => void };

/** The menu bar: what every program has. Electron names the items of its roles in English only, hence our own words. */
export function menuBar(language: Language, platform: NodeJS.Platform): MenuItemConstructorOptions[] {
  const item = (word: Word, role: NonNullable<MenuItemConstructorOptions['role']>): MenuItemConstructorOptions => ({
    role,
    label: desktopMessages[word][language],
  });
  const line: MenuItemConstructorOptions = { type: 'separator' };
  const edit = [item('desktop.undo', 'undo'), item('desktop.redo', 'redo'), line, item('desktop.cut', 'cut')];
  const clipboard = [item('desktop.copy', 'copy'), item('desktop.paste', 'paste'), item('desktop.selectAll', 'selectAll')];
  const zoom = [item('desktop.zoomIn', 'zoomIn'), item('desktop.zoomOut', 'zoomOut'), item('desktop.zoomReset', 'resetZoom')];
  return [
    ...(platform === 'darwin' ? [{ role: 'appMenu' } as const] : []),
    { label: desktopMessages['desktop.file'][language], submenu: [item('desktop.quit', 'quit')] },
    { label: desktopMessages['desktop.edit'][language], submenu: [...edit, ...clipboard] },
    {
      label: desktopMessages['desktop.view'][language],
      submenu: [item('desktop.reload', 'reload'), line, ...zoom, line, item('desktop.fullScreen', 'togglefullscreen')],
    },
  ];
}

/** The menu of the tray icon. */
export function trayMenu(language: Language, { open, quit }: TrayActions): MenuItemConstructorOptions[] {
  return [
    { label: desktopMessages['desktop.open'][language], click: open },
    { label: desktopMessages['desktop.quit'][language], click: quit },
  ];
}
