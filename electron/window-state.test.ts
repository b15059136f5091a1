import { EventEmitter } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserWindow, Display } from 'electron';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keepWindowState, placeWindow, readWindowState } from './window-state.ts';

function aDisplay(x: number, y: number, width: number, height: number): Display {
  return { workArea: { x, y, width, height } } as Display;
}

const laptop = aDisplay(0, 0, 1440, 900);
const second = aDisplay(1440, 0, 1920, 1080);
const middleOfLaptop = { x: 80, y: 30, width: 1280, height: 840 };

describe('placeWindow', () => {
  it('opens in the middle of the primary display the first time', () => {
    expect(placeWindow(undefined, [laptop], laptop)).toEqual({ bounds: middleOfLaptop, maximized: false });
  });

  it('opens where it was, on whichever display', () => {
    const kept = { bounds: { x: 1600, y: 50, width: 1000, height: 700 }, maximized: false };
    expect(placeWindow(kept, [laptop, second], laptop)).toEqual(kept);
  });

  it.each([
    ['on a display that is gone', { x: 1600, y: 50, width: 1000, height: 700 }],
    ['above the top edge', { x: 100, y: -300, width: 1000, height: 700 }],
    ['below the bottom edge', { x: 100, y: 890, width: 1000, height: 700 }],
    ['with a sliver on the screen', { x: 1400, y: 50, width: 1000, height: 700 }],
    ['with a sliver on the left', { x: -950, y: 50, width: 1000, height: 700 }],
  ])('comes back to the middle when it was %s', (_where, bounds) => {
    expect(placeWindow({ bounds, maximized: true }, [laptop], laptop)).toEqual({ bounds: middleOfLaptop, maximized: true });
  });

  it('fits a display smaller than its usual size', () => {
    const { bounds } = placeWindow(undefined, [aDisplay(0, 0, 1024, 600)], aDisplay(0, 0, 1024, 600));
    expect(bounds).toEqual({ x: 0, y: 0, width: 1024, height: 600 });
  });

  it('is never smaller than what can be used', () => {
    const kept = { bounds: { x: 0, y: 0, width: 200, height: 90 }, maximized: false };
    expect(placeWindow(kept, [laptop], laptop).bounds).toEqual({ x: 0, y: 0, width: 800, height: 560 });
  });
});

describe('the file of the window state', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'cartera-window-'));
    file = join(folder, 'window.json');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  function aWindow(): EventEmitter {
    const bounds = { x: 1, y: 2, width: 900, height: 600 };
    return Object.assign(new EventEmitter(), { getNormalBounds: () => bounds, isMaximized: () => true });
  }

  it('is written when the window closes, and read back', () => {
    const window = aWindow();
    keepWindowState(window as unknown as BrowserWindow, file);
    expect(readWindowState(file)).toBeUndefined();
    window.emit('close');
    expect(readWindowState(file)).toEqual({ bounds: { x: 1, y: 2, width: 900, height: 600 }, maximized: true });
  });

  it('lets the window close when it cannot be written', () => {
    const window = aWindow();
    keepWindowState(window as unknown as BrowserWindow, join(folder, 'missing', 'window.json'));
    expect(() => window.emit('close')).not.toThrow();
  });

  it.each(['', '{', '[]', '{"bounds":{"x":0,"y":0,"width":-5,"height":1},"maximized":false}', '{"bounds":{"x":"0"}}'])(
    'counts as absent when it says %j',
    (text) => {
      writeFileSync(file, text);
      expect(readWindowState(file)).toBeUndefined();
    },
  );
});
