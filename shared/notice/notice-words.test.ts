import { describe, expect, it } from 'vitest';
import { noticeWords } from '#shared/notice/notice-words.ts';
import type { Notice } from '#shared/notice/contract.ts';

const locale = { language: 'en', country: 'GB', timeZone: 'Europe/Madrid' } as const;
const at = Date.UTC(2026, 10, 23, 9, 15);
const notice = (kind: Notice['kind'], params: Notice['params'], text = '') =>
  ({ id: '1', userId: '2', kind, at, text, params, recordType: null, recordId: null, createdAt: at, readAt: null }) as Notice;
const say = (kind: Notice['kind'], params: Notice['params'], text?: string) =>
  noticeWords(notice(kind, params, text), locale).text;

describe('a notice', () => {
  it('says who did not do what by when, by the clock of the shop', () => {
    const params = { title: 'Call about the quote', type: 'call', client: 'Ana', who: 'Luis', dueAt: at };
    expect(say('overdue', params)).toBe('Luis: “Call about the quote · Ana” was due 10:15 and is not done.');
  });

  it('names a task by its kind where it has no title, and the date where it is of another day', () => {
    const params = { title: '', type: 'call', client: 'Ana', who: 'Luis', dueAt: at + 86_400_000 };
    expect(say('taskAssigned', params)).toMatch(/^Luis gave you a task, due 24 Nov.* 10:15: Call · Ana$/);
  });

  it('names the client once', () => {
    const params = { title: 'Call Ana', type: 'call', client: 'Ana', who: 'Luis', dueAt: at };
    expect(say('reminder', params)).toBe('10:15: Call Ana');
  });

  it('says what kind of document is ready', () => {
    const params = { title: 'Two windows', client: 'Ana', document: 'JS-0001', documentKind: 'jobSheet' };
    expect(say('report', params)).toBe('Job sheet JS-0001: Two windows · Ana');
  });

  it('counts requests that came together', () => {
    expect(say('leadCame', { client: 'Ana', title: 'Two windows', count: 1 })).toBe('Ana: Two windows');
    expect(say('leadCame', { client: 'Ana', title: 'Two windows', count: 30 })).toBe('New requests: 30');
  });

  it('says what somebody wrote into a rule', () => {
    expect(say('rule', { title: 'Deal', client: 'Ana' }, 'Look at this')).toBe('Look at this');
  });
});
