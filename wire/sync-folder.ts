import { open } from 'node:fs/promises';

/** A power cut can take a new name back unless its folder was written too. Windows opens no folders, and needs none to be. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
