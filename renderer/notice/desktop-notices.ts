/** Whether the browser lets notices be shown; "shell" where the desktop program shows them itself. */
export type DesktopState = NotificationPermission | 'shell';

export function desktopState(): DesktopState {
  if (window.cartera !== undefined) return 'shell';
  return 'Notification' in window ? Notification.permission : 'denied';
}

/** Asks the user; only ever after a click. */
export async function askForDesktop(): Promise<DesktopState> {
  return 'Notification' in window ? Notification.requestPermission() : 'denied';
}

interface DesktopNotice {
  readonly id: string;
  readonly head: string;
  readonly text: string;
  readonly onClick: () => void;
}

/** Shows a notice on the desktop, silently; of several windows that do, the browser keeps one by its id. */
export function showOnDesktop({ id, head, text, onClick }: DesktopNotice): void {
  if (desktopState() !== 'granted') return;
  const shown = new Notification(head, { body: text, tag: id, silent: true });
  shown.addEventListener('click', () => {
    window.focus();
    shown.close();
    onClick();
  });
}
