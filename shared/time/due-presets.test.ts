import { describe, expect, it } from 'vitest';
import { duePresetAt, duePresetCodes, duePresets } from './due-presets.ts';
import type { DuePresetCode } from './due-presets.ts';

const timeZone = 'Europe/Madrid';
const workingHours = { from: '09:00', to: '18:00', days: [1, 2, 3, 4, 5] };
const utc = (text: string) => Date.parse(text);
const at = (code: DuePresetCode, now: string) => duePresetAt(code, { now: utc(now), timeZone, workingHours });

describe('due presets', () => {
  it('offers every one of them in the morning, all ahead', () => {
    const now = utc('2026-11-20T09:07:00Z');
    const presets = duePresets({ now, timeZone, workingHours });
    expect(presets.map(({ code }) => code)).toEqual(duePresetCodes);
    expect(presets.map((preset) => new Date(preset.at).toISOString().slice(0, 16))).toEqual([
      '2026-11-20T09:22',
      '2026-11-20T09:27',
      '2026-11-20T09:37',
      '2026-11-20T10:07',
      '2026-11-20T17:00',
      '2026-11-21T08:00',
      '2026-11-21T09:07',
      '2026-11-23T08:00',
      '2026-11-27T09:07',
    ]);
  });

  it('leaves out the end of a day that has ended', () => {
    const codes = duePresets({ now: utc('2026-11-20T17:00:00Z'), timeZone, workingHours }).map(({ code }) => code);
    expect(codes).not.toContain('endOfDay');
    expect(codes).toContain('in15Minutes');
  });

  it('gives no less time than it says', () => {
    expect(at('in15Minutes', '2026-11-20T09:07:01Z')).toBe(utc('2026-11-20T09:23:00Z'));
  });

  it('keeps the time on the wall over the change of clocks', () => {
    expect(at('tomorrowSameTime', '2026-03-28T10:00:00Z')).toBe(utc('2026-03-29T09:00:00Z'));
    expect(at('inAWeek', '2026-10-20T10:00:00Z')).toBe(utc('2026-10-27T11:00:00Z'));
  });

  it('means the Monday to come, on a Monday that of next week', () => {
    expect(at('nextMonday', '2026-11-22T22:30:00Z')).toBe(utc('2026-11-23T08:00:00Z'));
    expect(at('nextMonday', '2026-11-22T23:30:00Z')).toBe(utc('2026-11-30T08:00:00Z'));
  });

  it('stays outside working hours when that is what was asked', () => {
    expect(at('tomorrowMorning', '2026-11-20T21:00:00Z')).toBe(utc('2026-11-21T08:00:00Z'));
    expect(at('in1Hour', '2026-11-20T21:00:00Z')).toBe(utc('2026-11-20T22:00:00Z'));
  });
});
