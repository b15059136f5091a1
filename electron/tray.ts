import { Menu, nativeImage, Tray } from 'electron';
import type { Language } from '#shared/settings/contract.ts';
import { trayMenu, type TrayActions } from './menu.ts';

const SIDE = 16;

/** Puts the app's icon into the tray. The caller keeps the tray: one that is garbage-collected disappears. */
export function createTray(iconFile: string, language: Language, actions: TrayActions): Tray {
  const tray = new Tray(nativeImage.createFromPath(iconFile).resize({ width: SIDE, height: SIDE }));
  tray.setToolTip('Cartera');
  tray.setContextMenu(Menu.buildFromTemplate(trayMenu(language, actions)));
  tray.on('click', actions.open);
  return tray;
}
