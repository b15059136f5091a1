import { EventEmitter } from 'node:events';
import type { HandlerDetails, WebContents } from 'electron';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { guardPage } from './guard-page.ts';

const openExternal = vi.hoisted(() => vi.fn<(url: string) => Promise<void>>());
vi.mock('electron', () => ({ shell: { openExternal } }));

class FakeContents extends EventEmitter {
  openWindow: (details: Pick<HandlerDetails, 'url'>) => unknown = () => undefined;
  setWindowOpenHandler(handler: (details: Pick<HandlerDetails, 'url'>) => unknown): void {
    this.openWindow = handler;
  }
  attempt(event: string, details: object = {}): boolean {
    const preventDefault = vi.fn();
    this.emit(event, { ...details, preventDefault });
    return preventDefault.mock.calls.length === 0;
  }
}

function aGuardedPage(): FakeContents {
  const contents = new FakeContents();
  guardPage(contents as unknown as WebContents);
  return contents;
}

describe('guardPage', () => {
  beforeEach(() => {
    openExternal.mockReset().mockResolvedValue();
  });

  it.each([
    'https://example.com/',
    'file:///etc/passwd',
    'app://other/',
    'javascript:alert(1)',
    'data:text/html,x',
    'about:blank',
  ])('does not go to %s', (url) => {
    expect(aGuardedPage().attempt('will-navigate', { url })).toBe(false);
    expect(aGuardedPage().attempt('will-redirect', { url })).toBe(false);
  });

  it("goes to the app's own pages", () => {
    expect(aGuardedPage().attempt('will-navigate', { url: 'app://cartera/contacts' })).toBe(true);
  });

  it('embeds neither frames nor webviews', () => {
    expect(aGuardedPage().attempt('will-attach-webview')).toBe(false);
    expect(aGuardedPage().attempt('will-frame-navigate', { isMainFrame: false, url: 'app://cartera/' })).toBe(false);
    expect(aGuardedPage().attempt('will-frame-navigate', { isMainFrame: true, url: 'app://cartera/' })).toBe(true);
  });

  it.each(['https://example.com/', 'http://example.com/', 'mailto:ana@example.com', 'tel:+34600000000'])(
    'opens %s outside instead of in a second window',
    (url) => {
      expect(aGuardedPage().openWindow({ url })).toEqual({ action: 'deny' });
      expect(openExternal).toHaveBeenCalledExactlyOnceWith(url);
    },
  );

  it.each(['file:///etc/passwd', 'smb://host/share', 'ms-msdt:/id', 'javascript:alert(1)', 'nonsense'])(
    'opens %s nowhere',
    (url) => {
      expect(aGuardedPage().openWindow({ url })).toEqual({ action: 'deny' });
      expect(openExternal).not.toHaveBeenCalled();
    },
  );

  it('survives a system that has no program for a link', () => {
    openExternal.mockRejectedValue(new Error('no handler'));
    expect(aGuardedPage().openWindow({ url: 'tel:1' })).toEqual({ action: 'deny' });
  });
});
