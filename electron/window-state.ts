import { readFileSync, writeFileSync } from 'node:fs';
import type { BrowserWindow, Display, Rectangle } from 'electron';
import { z } from 'zod';

/** Where a window was, in device-independent pixels, and whether it filled the screen. */
export type WindowState = { readonly bounds: Rectangle; readonly maximized: boolean };

export const SMALLEST = { width: 800, height: 560 };
const USUAL = { width: 1280, height: 840 };
/** As much of the title bar as a person needs to catch a window and drag it back. */
const GRIP = { width: 100, height: 40 };

const stateSchema = z.object({
  bounds: z.object({ x: z.int(), y: z.int(), width: z.int().positive(), height: z.int().positive() }),
  maximized: z.boolean(),
});

/** The state that was kept, or undefined when there is none that makes sense. */
export function readWindowState(file: string): WindowState | undefined {
  try {
    return stateSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
}

/**
 * A place for the window on the displays of today: where it was, if a person can still see and catch it there, else in the
 * middle of the primary display.
 */
export function placeWindow(kept: WindowState | undefined, displays: readonly Display[], primary: Display): WindowState {
  if (kept !== undefined && displays.some((display) => canBeCaught(kept.bounds, display.workArea))) {
    const width = Math.max(kept.bounds.width, SMALLEST.width);
    const height = Math.max(kept.bounds.height, SMALLEST.height);
    return { ...kept, bounds: { ...kept.bounds, width, height } };
  }
  const area = primary.workArea;
  const width = Math.min(USUAL.width, area.width);
  const height = Math.min(USUAL.height, area.height);
  const x = area.x + Math.round((area.width - width) / 2);
  const y = area.y + Math.round((area.height - height) / 2);
  return { bounds: { x, y, width, height }, maximized: kept?.maximized ?? false };
}

/** Keeps the state of a window in a file when the window closes. */
export function keepWindowState(window: BrowserWindow, file: string): void {
  window.on('close', () => {
    const state: WindowState = { bounds: window.getNormalBounds(), maximized: window.isMaximized() };
    try {
      writeFileSync(file, JSON.stringify(state));
    } catch {
      // A full disk must not keep a window from closing; it will open at its usual place.
    }
  });
}

/** Whether the top of a window lies in the area, by enough to catch it. */
function canBeCaught(window: Rectangle, area: Rectangle): boolean {
  const across = Math.min(window.x + window.width, area.x + area.width) - Math.max(window.x, area.x);
  return across >= GRIP.width && window.y >= area.y && window.y + GRIP.height <= area.y + area.height;
}
