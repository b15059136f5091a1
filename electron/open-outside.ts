import { shell } from 'electron';

const SCHEMES = new Set(['http:', 'https:', 'mailto:', 'tel:']);

/** Hands a link to the system's own program for it. Links of any other kind could start programs: they are dropped. */
export async function openOutside(address: string): Promise<void> {
  const url = URL.parse(address);
  if (url === null || !SCHEMES.has(url.protocol)) {
    return;
  }
  try {
    await shell.openExternal(url.href);
  } catch {
    // No program for such links on this machine: there is nothing more to do about it than the system already said.
  }
}
