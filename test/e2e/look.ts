import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { catalogue } from '#shared/messages/catalogue.ts';

/** What a screen shows wrong, in words. */
export async function faultsOfLook(page: Page): Promise<string[]> {
  const { clipped, text, isTooWide } = await page.evaluate(measure);
  const keys = Object.keys(catalogue).filter((key) => text.includes(key));
  return [
    ...clipped.map((words) => `cut off: ${words}`),
    ...keys.map((key) => `no message: ${key}`),
    ...(isTooWide ? ['wider than the window'] : []),
  ];
}

/** What axe finds on a screen that keeps somebody from using it. */
export async function faultsOfAccess(page: Page): Promise<string[]> {
  await comeToRest(page);
  // No frames of other sites are here: the legacy mode saves opening a page to add their results up.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html, any }) => `${id}: ${html} ${any[0]?.message ?? ''}`));
}

/** What is still appearing is half as dark as it will be. What turns for ever, such as a sign of loading, isn't waited for. */
function comeToRest(page: Page) {
  return page.evaluate(async () => {
    const isMoving = ({ effect, playState }: Animation) => playState === 'running' && effect?.getTiming().iterations !== Infinity;
    // A transition begins some frames after what it is of was put there.
    for (let still = 0; still < 12; still = document.getAnimations().some(isMoving) ? 0 : still + 1)
      await new Promise(requestAnimationFrame);
  });
}

/** Runs in the page: names on controls that their room cuts off. Values, tasks of the calendar and people's names may end in dots, controls not. */
function measure(): { clipped: string[]; text: string; isTooWide: boolean } {
  const controls = 'button, [role=tab], [role=columnheader], nav a, label, a[class*=Button]';
  const clipped: string[] = [];
  for (const control of document.querySelectorAll<HTMLElement>(controls)) {
    if (control.closest('[role=rowgroup] [role=row] [role=gridcell], [role=rowheader], h1, td, [data-calendar-task]') !== null)
      continue;
    for (const part of [control, ...control.querySelectorAll<HTMLElement>('*')]) {
      const words = (part.textContent ?? '').trim();
      const isHidden =
        words === '' || part.clientWidth <= 1 || part.clientHeight <= 1 || getComputedStyle(part).overflowX === 'visible';
      if (!isHidden && part.scrollWidth > part.clientWidth + 1) clipped.push(words);
    }
    const outside = control.getBoundingClientRect();
    const inside = control.querySelector<HTMLElement>(':scope > span')?.getBoundingClientRect();
    if (inside !== undefined && inside.width > outside.width + 1) clipped.push((control.textContent || control.tagName).trim());
  }
  return {
    clipped: [...new Set(clipped)],
    text: document.body.innerText,
    isTooWide: document.documentElement.scrollWidth > document.documentElement.clientWidth,
  };
}
