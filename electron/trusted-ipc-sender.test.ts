import type { IpcMainEvent } from 'electron';
import { describe, expect, it } from 'vitest';
import { isTrustedSender } from './trusted-ipc-sender.ts';

function messageFrom({ url, top = true }: { readonly url: string; readonly top?: boolean }): IpcMainEvent {
  const senderFrame = { url };
  return { senderFrame, sender: { mainFrame: top ? senderFrame : {} } } as unknown as IpcMainEvent;
}

describe('isTrustedSender', () => {
  it("trusts the top frame of the app's own page", () => {
    expect(isTrustedSender(messageFrom({ url: 'app://cartera/contacts/1' }))).toBe(true);
  });

  it.each(['https://example.com/', 'app://cartera.evil/', 'app://evil/cartera', 'file:///index.html', 'about:blank', ''])(
    'does not trust %s',
    (url) => {
      expect(isTrustedSender(messageFrom({ url }))).toBe(false);
    },
  );

  it('trusts no frame within the page, and no frame that is gone', () => {
    expect(isTrustedSender(messageFrom({ url: 'app://cartera/', top: false }))).toBe(false);
    expect(isTrustedSender({ ...messageFrom({ url: 'app://cartera/' }), senderFrame: null })).toBe(false);
  });
});
