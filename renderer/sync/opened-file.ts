import { takeBundle } from '#renderer/sync/take-bundle.ts';

/** Words of the handshake with the desktop shell's preload. */
const askForFiles = 'cartera:ask-files';
const fileIsHere = 'cartera:file';

/** Takes in files that were opened with the desktop shell, as by a double click; returns how to stop. */
export function listenToOpened(): () => void {
  if (window.cartera === undefined) return () => undefined;
  const onMessage = ({ source, data }: MessageEvent<unknown>) => {
    const { type, name, bytes } = Object(data) as { readonly type?: unknown; readonly name?: unknown; readonly bytes?: unknown };
    if (source !== window || type !== fileIsHere || typeof name !== 'string' || !(bytes instanceof Uint8Array)) return;
    takeBundle(new File([new Uint8Array(bytes)], name));
  };
  window.addEventListener('message', onMessage);
  window.postMessage(askForFiles, window.location.origin);
  return () => window.removeEventListener('message', onMessage);
}
