import type { Session } from 'electron';
import { isOwnPage } from './page-address.ts';

/** Notifications remind; writing to the clipboard is the page's "copy" button. Camera, place, devices and all else: never. */
const ALLOWED = new Set(['notifications', 'clipboard-sanitized-write']);

/** Answers every permission that a page asks for. */
export function limitPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer, details) => {
    answer(ALLOWED.has(permission) && details.isMainFrame && isOwnPage(details.requestingUrl));
  });
  session.setPermissionCheckHandler((_contents, permission, origin) => ALLOWED.has(permission) && isOwnPage(origin));
  session.setDevicePermissionHandler(() => false);
}
