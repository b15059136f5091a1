import { expect, test } from '#test/e2e/walkthrough/clocked-shop.ts';
import type { Shop } from '#test/e2e/walkthrough/clocked-shop.ts';
import * as first from '#test/e2e/walkthrough/from-request-to-visit.ts';
import * as then from '#test/e2e/walkthrough/from-sizes-to-report.ts';
import { expectLog } from '#test/e2e/walkthrough/log.ts';
import { enterProducts, installProcess, takeOnPeople } from '#test/e2e/walkthrough/open-shop.ts';

type Steps = readonly (readonly [name: string, take: (shop: Shop) => Promise<void>])[];

const opening: Steps = [
  ['the owner takes on her people', takeOnPeople],
  ['what is sold is entered, with a price list', enterProducts],
  ['the ready process is installed, with somebody for each part', installProcess],
];

const toVisit: Steps = [
  ['W1: a request is taken down, and whoever asks has a card', first.requestIsTakenDown],
  ['W2: the manager is to call within a quarter of an hour', first.managerIsToCall],
  ['W3: the minute passes, and the head is told once', first.minutePasses],
  ['W1: a file is dropped into the watched folder, and its request appears once', first.requestIsDropped],
  ['W3: killed before the minute and started after it, the program tells the head that minute, once', first.programIsKilled],
  ['W1: the site sends a form, and its request appears once', first.formIsSent],
  ['W4: a call in time that nobody answers is to be made again', first.nobodyAnswers],
  ['W4: the call is made by the script, and the request is a deal', first.callIsMade],
  ['W4: the measurer is told where to be, and when to leave', first.measurerHasVisit],
];

const toReport: Steps = [
  ['W5: sizes are entered, and somebody is to work out the price', then.sizesAreEntered],
  ['W6: a quote is made, the same as docx and PDF', then.quoteIsMade],
  ['W6: the client accepts, and there is an invoice', then.quoteIsAccepted],
  ['W7: a part is paid, and the deal goes on to the installation', then.partIsPaid],
  ['W8: the day is agreed', then.dayIsAgreed],
  ['W8: the installer has the job, its time and a sheet to print', then.installerHasJob],
  ['W9: the deal is won, and the head has the report', then.dealIsWon],
  ['W7: the rest is paid', then.restIsPaid],
  ['each automatic step was taken once', expectLog],
];

async function walk(shop: Shop, steps: Steps): Promise<void> {
  for (const [name, take] of steps) await test.step(name, () => take(shop));
  expect(await shop.check()).toMatchObject({ ok: true });
}

// The page misses the program while that is killed.
test.use({ allowedConsoleErrors: [/ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|ERR_INCOMPLETE_CHUNKED|ERR_EMPTY_RESPONSE/] });
// Its many steps take a minute where nothing else is running.
test.setTimeout(300_000);

test('a window shop, from the request to the report', async ({ shop }) => {
  await walk(shop, [...opening, ...toVisit, ...toReport]);
});

test.describe('in Russian', () => {
  test.use({ language: 'ru' });

  test('a window shop, from the request to the visit, in words that fit', async ({ shop }) => {
    await walk(shop, [...opening, ...toVisit]);
  });
});
