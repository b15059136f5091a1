import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { WebContents } from 'electron';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createOpenedFiles, openedPathIn } from './opened-files.ts';

function makeFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'cartera-opened-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, 'shop.cartera'), 'changes');
  return join(folder, 'shop.cartera');
}

function openPage() {
  const send = vi.fn();
  return { send, contents: { send, isDestroyed: () => false } as unknown as WebContents };
}

describe('a file opened with the app', () => {
  it('is found among the words it was started with, as a path or an address', () => {
    expect(openedPathIn(['cartera', '--data=/x.cartera', 'shop.CARTERA'], '/usb')).toBe(resolve('/usb', 'shop.CARTERA'));
    const path = resolve('/usb', 'a b.cartera');
    expect(openedPathIn(['cartera', pathToFileURL(path).href])).toBe(path);
    expect(openedPathIn(['cartera', '.'])).toBeUndefined();
  });

  it('waits until a page asks, and is given once', async () => {
    const opened = createOpenedFiles();
    opened.open(makeFile());
    opened.open(undefined);
    const page = openPage();
    opened.giveTo(page.contents);
    const file = { name: 'shop.cartera', bytes: Buffer.from('changes') };
    await vi.waitFor(() => expect(page.send).toHaveBeenCalledExactlyOnceWith('here-is-file', file));
    const later = openPage();
    opened.giveTo(later.contents);
    opened.open(makeFile());
    await vi.waitFor(() => expect(later.send).toHaveBeenCalledOnce());
    expect(page.send).toHaveBeenCalledOnce();
  });

  it('that is gone is passed over', async () => {
    const opened = createOpenedFiles();
    const page = openPage();
    opened.giveTo(page.contents);
    opened.open('/nowhere/shop.cartera');
    opened.open(makeFile());
    await vi.waitFor(() => expect(page.send).toHaveBeenCalledOnce());
  });
});
