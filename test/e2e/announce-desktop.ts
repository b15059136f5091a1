import { findElectronRuntime } from '#build/start/electron-runtime.ts';

/** Says once, before the specs, that those of the desktop project can't run here. */
// oxlint-disable-next-line import/no-default-export -- Playwright takes the default export of its global setup
export default function announceDesktop(): void {
  if (findElectronRuntime(process.cwd()) === undefined) {
    process.stdout.write('desktop: skipped: no Electron runtime\n');
  }
}
