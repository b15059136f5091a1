import { describe, expect, it } from 'vitest';
import { relativeDueAt, relativeDueSchema } from './relative-due.ts';
import type { RelativeDue } from './relative-due.ts';

const workingHours = { from: '09:00', to: '18:00', days: [1, 2, 3, 4, 5] };
const utc = (text: string) => Date.parse(text);

function due(rule: RelativeDue, from: string, timeZone = 'Europe/Madrid'): string {
  return new Date(relativeDueAt(rule, { from: utc(from), timeZone, workingHours })).toISOString();
}

describe('a due that an automation says', () => {
  it('counts minutes and hours as they pass, to the second', () => {
    expect(due({ after: { amount: 15, unit: 'minutes' } }, '2026-11-20T09:07:03Z')).toBe('2026-11-20T09:22:03.000Z');
    expect(due({ after: { amount: 2, unit: 'hours' } }, '2026-03-29T00:30:00Z')).toBe('2026-03-29T02:30:00.000Z');
  });

  it('keeps the time on the wall when it counts days over the change of clocks', () => {
    const inTwoDays: RelativeDue = { after: { amount: 2, unit: 'days' } };
    expect(due(inTwoDays, '2026-03-28T10:00:05Z')).toBe('2026-03-30T09:00:05.000Z');
    expect(due(inTwoDays, '2026-10-24T10:00:00Z')).toBe('2026-10-26T11:00:00.000Z');
    expect(due(inTwoDays, '2026-10-24T10:00:00Z', 'Asia/Yekaterinburg')).toBe('2026-10-26T10:00:00.000Z');
  });

  it('takes the time of day it is given', () => {
    const rule: RelativeDue = { after: { amount: 1, unit: 'days' }, at: '10:00' };
    expect(due(rule, '2026-11-20T22:00:00Z')).toBe('2026-11-21T09:00:00.000Z');
    expect(due(rule, '2026-11-20T23:30:00Z')).toBe('2026-11-22T09:00:00.000Z');
    expect(due(rule, '2026-11-20T23:30:00Z', 'America/Sao_Paulo')).toBe('2026-11-21T13:00:00.000Z');
  });

  it('steps over days on which nobody works', () => {
    const next: RelativeDue = { after: { amount: 1, unit: 'workingDays' }, at: '09:30' };
    expect(due(next, '2026-11-20T10:00:00Z')).toBe('2026-11-23T08:30:00.000Z');
    expect(due(next, '2026-11-21T10:00:00Z')).toBe('2026-11-23T08:30:00.000Z');
    expect(due({ after: { amount: 7, unit: 'workingDays' } }, '2026-11-20T10:00:00Z')).toBe('2026-12-01T10:00:00.000Z');
    expect(due({ after: { amount: -1, unit: 'workingDays' } }, '2026-11-23T10:00:00Z')).toBe('2026-11-20T10:00:00.000Z');
    expect(due({ after: { amount: 0, unit: 'workingDays' } }, '2026-11-21T10:00:00Z')).toBe('2026-11-23T10:00:00.000Z');
  });

  it('is never born overdue on its own day', () => {
    const today: RelativeDue = { after: { amount: 0, unit: 'days' }, at: '10:00' };
    expect(due(today, '2026-11-20T08:00:00Z')).toBe('2026-11-20T09:00:00.000Z');
    expect(due(today, '2026-11-20T12:00:00Z')).toBe('2026-11-21T09:00:00.000Z');
    expect(due({ after: { amount: 0, unit: 'days' } }, '2026-10-25T01:30:00Z')).toBe('2026-10-25T01:30:00.000Z');
  });

  it('works in a shop that names no working day', () => {
    const rule: RelativeDue = { after: { amount: 2, unit: 'workingDays' } };
    const from = utc('2026-11-20T10:00:00Z');
    const at = relativeDueAt(rule, { from, timeZone: 'UTC', workingHours: { ...workingHours, days: [] } });
    expect(new Date(at).toISOString()).toBe('2026-11-22T10:00:00.000Z');
  });

  it('refuses a time of day for minutes, a time that is none, and more than ten years', () => {
    const isFine = (rule: unknown) => relativeDueSchema.safeParse(rule).success;
    expect(isFine({ after: { amount: 15, unit: 'minutes' } })).toBe(true);
    expect(isFine({ after: { amount: 15, unit: 'minutes' }, at: '10:00' })).toBe(false);
    expect(isFine({ after: { amount: 1, unit: 'days' }, at: '24:00' })).toBe(false);
    expect(isFine({ after: { amount: 100_000, unit: 'workingDays' } })).toBe(false);
  });
});
