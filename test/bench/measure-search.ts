import { call } from '@orpc/server';
import { router } from '#core/router.ts';
import { pickRows } from '#test/bench/base-data.ts';
import type { Reading } from '#test/bench/base-data.ts';
import { rawSearch } from '#test/bench/raw-search.ts';
import { toFigure } from '#test/bench/figure.ts';
import type { Figure } from '#test/bench/figure.ts';
import { compare } from '#test/bench/measure.ts';

const scripts = {
  Latin: /^[a-z ]+$/,
  Greek: /^\p{Script=Greek}[\p{Script=Greek} ]+$/u,
  Cyrillic: /^\p{Script=Cyrillic}[\p{Script=Cyrillic} ]+$/u,
};
const nameGoal = { ratio: 2, atMost: 10 };
const otherGoal = { atMost: 5 };

/** Searches as people type them, each beside the least the database has to do for the same first screen of results. */
export async function measureSearch(reading: Reading, count = 300): Promise<readonly Figure[]> {
  const { context } = reading;
  const raw = rawSearch(reading.raw);
  const figures: Figure[] = [];
  const find = (text: string) => call(router.search.find, { text }, { context });
  async function add(work: string, texts: readonly string[], { ceiling, goal = otherGoal }: Beside) {
    figures.push(toFigure(`Search: ${work}`, { ...(await compare({ questions: texts, ours: find, ceiling })), goal }));
  }
  for (const [script, letters] of Object.entries(scripts)) {
    const names = pickNames(reading, letters, count);
    const words = names.map((name) => reading.random.pick(name.split(' ')));
    await add(`one name, ${script}`, words, { ceiling: raw.byName, goal: nameGoal });
    await add(`two names, ${script}`, names.map(firstTwo), { ceiling: raw.byName, goal: nameGoal });
  }
  const mixed = Object.values(scripts).flatMap((letters) => pickNames(reading, letters, Math.ceil(count / 3)));
  for (let length = 1; length <= 6; length++)
    await add(
      `first ${length} letters`,
      mixed.map((name) => name.slice(0, length).trim()),
      { ceiling: raw.byName, goal: nameGoal },
    );
  const phones = pickPhones(reading, count);
  await add(
    'last 3 digits',
    phones.map((digits) => digits.slice(-3)),
    { ceiling: raw.byPhoneEnd },
  );
  await add(
    'last 4 digits',
    phones.map((digits) => digits.slice(-4)),
    { ceiling: raw.byPhoneEnd },
  );
  await add(
    'last 5 digits',
    phones.map((digits) => digits.slice(-5)),
    { ceiling: raw.byPhoneEnd },
  );
  await add(
    'middle 5 digits',
    phones.map((digits) => digits.slice(4, 9)),
    { ceiling: raw.byPhoneMiddle },
  );
  const national = phones.filter((digits) => digits.startsWith('34')).map((digits) => digits.slice(2, 6));
  await add('national start', national, { ceiling: (text) => raw.byPhoneStart(`34${text}`) });
  await add(
    '+ international start',
    phones.map((digits) => `+${digits.slice(0, 7)}`),
    { ceiling: (text) => raw.byPhoneStart(text.slice(1)) },
  );
  const emails = pickEmails(reading, count);
  await add(
    'half an email',
    emails.map((email) => email.slice(0, Math.ceil(email.indexOf('@') * 0.7))),
    { ceiling: raw.byEmail, goal: { atMost: 10 } },
  );
  await add('an email', emails, { ceiling: raw.byEmail, goal: { atMost: 10 } });
  return figures;
}

interface Beside {
  readonly ceiling: (text: string) => unknown;
  readonly goal?: { readonly ratio?: number; readonly atMost: number };
}

function firstTwo(name: string): string {
  return name.split(' ').slice(0, 2).join(' ');
}

function pickNames(reading: Reading, letters: RegExp, count: number): string[] {
  const nameOf = reading.raw.readRaw<[number], [string]>("SELECT sort_key FROM party WHERE seq = ? AND type = 'contact'");
  return pickRows(reading, count, (seq) => {
    const name = nameOf.get(seq)?.[0];
    return name !== undefined && letters.test(name) && name.includes(' ') ? name : undefined;
  });
}

function pickPhones(reading: Reading, count: number): string[] {
  const phoneOf = reading.raw.readRaw<[number], [string | null]>("SELECT phones ->> '$[0].e164' FROM party WHERE seq = ?");
  return pickRows(reading, count, (seq) => phoneOf.get(seq)?.[0]?.slice(1));
}

function pickEmails(reading: Reading, count: number): string[] {
  const emailOf = reading.raw.readRaw<[number], [string | null]>("SELECT emails ->> '$[0].address' FROM party WHERE seq = ?");
  return pickRows(reading, count, (seq) => emailOf.get(seq)?.[0] ?? undefined);
}
