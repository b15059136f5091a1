import { describe, expect, it } from 'vitest';
import { createFormat } from '#renderer/app/create-format.ts';
import type { Translate } from '#renderer/app/text.ts';
import { syncText } from '#renderer/sync/sync-words.ts';
import { messagesIn } from '#shared/messages/catalogue.ts';
import { syncStates } from '#shared/sync/contract.ts';
import type { SyncStatus } from '#shared/sync/contract.ts';

const english = messagesIn('en');
const t: Translate = (key, values = {}) => english[key].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name]));
const format = createFormat({ language: 'en', country: 'GB', timeZone: 'UTC' });
const now = Date.UTC(2026, 10, 22, 15, 0);
const noon = Date.UTC(2026, 10, 22, 14, 5);

const synced: SyncStatus = {
  state: 'synced',
  role: 'branch',
  companyName: 'Ventanas Ana',
  branchId: 'b3',
  branchName: 'Branch 3',
  computerName: 'Counter',
  isMain: true,
  equalAt: noon,
  heardAt: noon,
  waiting: 0,
  refused: 0,
  aside: 0,
  openConflicts: 0,
  progress: null,
  trouble: null,
  addresses: [],
  automatic: true,
  intervalSeconds: 60,
};
const say = (changes: Partial<SyncStatus>) => syncText({ ...synced, ...changes }, { t, format, now });

describe('how a copy stands with head office, in words', () => {
  it('says when it was the same, and how much waits', () => {
    expect(say({})).toBe('Synced 14:05');
    expect(say({ state: 'waiting', waiting: 1037 })).toBe('1,037 waiting · last synced 14:05');
    expect(say({ state: 'waiting', waiting: 37, equalAt: null })).toBe('37 waiting');
    expect(say({ state: 'syncing', progress: { done: 1200, total: 5000 } })).toBe('Syncing… 1,200 of 5,000');
    expect(say({ state: 'unreachable', waiting: 37 })).toBe('Head office can’t be reached (37 waiting)');
  });

  it('says the day of what was not today', () => {
    expect(say({ equalAt: noon - 2 * 86_400_000 })).toContain('20 Nov 2026');
  });

  it('never says that it is synced in any other state', () => {
    for (const state of syncStates.filter((one) => one !== 'synced')) {
      for (const waiting of [0, 3]) expect(say({ state, waiting })).not.toMatch(/^Synced/);
    }
    expect(say({ equalAt: null })).not.toMatch(/synced/i);
  });
});
