import type { Session } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import { limitPermissions } from './limit-permissions.ts';

type Ask = (permission: string, requestingUrl: string, isMainFrame?: boolean) => boolean;

function handlersOf(): { readonly request: Ask; readonly check: Ask; readonly device: () => boolean } {
  const session = {
    setPermissionRequestHandler: vi.fn<Session['setPermissionRequestHandler']>(),
    setPermissionCheckHandler: vi.fn<Session['setPermissionCheckHandler']>(),
    setDevicePermissionHandler: vi.fn<Session['setDevicePermissionHandler']>(),
  };
  limitPermissions(session as unknown as Session);
  const request = session.setPermissionRequestHandler.mock.calls[0]?.[0];
  const check = session.setPermissionCheckHandler.mock.calls[0]?.[0];
  const device = session.setDevicePermissionHandler.mock.calls[0]?.[0];
  return {
    request: (permission, requestingUrl, isMainFrame = true) => {
      const answer = vi.fn();
      request?.({} as never, permission as never, answer, { isMainFrame, requestingUrl });
      return answer.mock.calls[0]?.[0] as boolean;
    },
    check: (permission, origin) => check?.(null, permission as never, origin, { isMainFrame: true } as never) ?? true,
    device: () => device?.({} as never) ?? true,
  };
}

describe('limitPermissions', () => {
  it('lets the page notify and copy', () => {
    const { request, check } = handlersOf();
    expect(request('notifications', 'app://cartera/')).toBe(true);
    expect(check('clipboard-sanitized-write', 'app://cartera/')).toBe(true);
  });

  it.each(['media', 'geolocation', 'midi', 'openExternal', 'clipboard-read', 'hid', 'serial', 'usb', 'fullscreen'])(
    'refuses %s',
    (permission) => {
      const { request, check } = handlersOf();
      expect(request(permission, 'app://cartera/')).toBe(false);
      expect(check(permission, 'app://cartera/')).toBe(false);
    },
  );

  it('refuses everything to anyone else, and every device', () => {
    const { request, check, device } = handlersOf();
    expect(request('notifications', 'https://example.com/')).toBe(false);
    expect(request('notifications', 'app://cartera/', false)).toBe(false);
    expect(check('notifications', 'https://example.com/')).toBe(false);
    expect(device()).toBe(false);
  });
});
