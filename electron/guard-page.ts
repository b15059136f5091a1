import type { WebContents } from 'electron';
import { openOutside } from './open-outside.ts';
import { isOwnPage } from './page-address.ts';

/** Keeps a window on the app's own pages: links elsewhere open outside, and nothing opens a second window or embeds a page. */
export function guardPage(contents: WebContents): void {
  const stay = (event: { readonly url: string; preventDefault: () => void }): void => {
    if (!isOwnPage(event.url)) {
      event.preventDefault();
      void openOutside(event.url);
    }
  };
  contents.on('will-navigate', stay);
  contents.on('will-redirect', stay);
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame) {
      event.preventDefault();
    }
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    void openOutside(url);
    return { action: 'deny' };
  });
}
