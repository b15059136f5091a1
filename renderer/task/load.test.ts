import { describe, expect, it } from 'vitest';
import { hoursShown, shareOf, workingMinutes } from '#renderer/task/load.ts';

describe('the load of a day', () => {
  it('is a share of the working day, which may go over midnight', () => {
    expect(workingMinutes({ from: '09:00', to: '18:00' })).toBe(540);
    expect(workingMinutes({ from: '20:00', to: '02:00' })).toBe(360);
    expect(shareOf(270, 540)).toBe(50);
  });

  it('shows working hours and those with something in them', () => {
    const evening = Array.from({ length: 24 }, (_, hour) => (hour === 21 ? 30 : 0));
    expect(hoursShown({ from: '09:00', to: '12:00' }, [evening])).toEqual([9, 10, 11, 21]);
    expect(hoursShown({ from: '22:00', to: '01:00' }, [])).toEqual([0, 22, 23]);
  });
});
