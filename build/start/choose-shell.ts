export type Shell =
  | { readonly type: 'desktop'; readonly executable: string }
  | { readonly type: 'browser'; readonly reason: string };

export type Machine = {
  readonly platform: NodeJS.Platform;
  readonly environment: NodeJS.ProcessEnv;
  /** Electron's executable, where its runtime is installed. */
  readonly electron: string | undefined;
};

export type Wish = { readonly headless: boolean; readonly browser: boolean };

/** Chooses the desktop shell where it can run and nothing else was asked for. */
export function chooseShell(wish: Wish, { platform, environment, electron }: Machine): Shell {
  if (wish.headless) {
    return { type: 'browser', reason: 'asked for by --headless' };
  }
  if (wish.browser) {
    return { type: 'browser', reason: 'asked for by --browser' };
  }
  if (electron === undefined) {
    return { type: 'browser', reason: "Electron's runtime is not installed" };
  }
  if (!hasDisplay(platform, environment)) {
    return { type: 'browser', reason: 'there is no display' };
  }
  return { type: 'desktop', executable: electron };
}

export function hasDisplay(platform: NodeJS.Platform, environment: NodeJS.ProcessEnv): boolean {
  return platform === 'win32' || platform === 'darwin' || Boolean(environment['DISPLAY'] || environment['WAYLAND_DISPLAY']);
}
