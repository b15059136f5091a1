import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import { languages } from '#shared/settings/contract.ts';
import { menuBar, trayMenu } from './menu.ts';

function labelsIn(items: readonly MenuItemConstructorOptions[]): readonly (string | undefined)[] {
  return items.flatMap(({ type, role, label, submenu }) => [
    ...(type === 'separator' || role === 'appMenu' ? [] : [label]),
    ...labelsIn(Array.isArray(submenu) ? submenu : []),
  ]);
}

describe('menus', () => {
  it.each(languages)('have a label for every item in %s', (language) => {
    const labels = labelsIn([...menuBar(language, 'linux'), ...trayMenu(language, { open: vi.fn(), quit: vi.fn() })]);
    expect(labels.length).toBeGreaterThan(15);
    expect(labels.every((label) => label !== undefined && label.length > 0)).toBe(true);
  });

  it('offer the menu that macOS expects of a program, there only', () => {
    expect(menuBar('en', 'darwin')[0]?.role).toBe('appMenu');
    expect(menuBar('en', 'win32').some((item) => item.role === 'appMenu')).toBe(false);
  });

  it('let a person open and end the app from the tray', () => {
    const open = vi.fn();
    const quit = vi.fn();
    const [first, second] = trayMenu('es', { open, quit });
    first?.click?.({} as never, undefined, {} as never);
    second?.click?.({} as never, undefined, {} as never);
    expect(open).toHaveBeenCalledOnce();
    expect(quit).toHaveBeenCalledOnce();
  });
});
