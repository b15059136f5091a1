import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { coalesceSaved } from '#renderer/app/coalesce-saved.ts';
import type { News } from '#renderer/app/coalesce-saved.ts';

const saved = (recordType: string, ids: string[] | null): News => ({ recordTypes: [recordType], ids });

describe('saves that come in a burst', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('are passed on as the first one and all others together', () => {
    const told: News[] = [];
    const tell = coalesceSaved((news) => told.push(news));
    tell(saved('deal', ['1']));
    expect(told).toEqual([saved('deal', ['1'])]);
    tell(saved('deal', ['2']));
    tell(saved('task', ['3']));
    expect(told).toHaveLength(1);
    vi.advanceTimersByTime(1000);
    expect(told.slice(1)).toEqual([{ recordTypes: ['deal', 'task'], ids: ['2', '3'] }]);
    tell(saved('deal', ['4']));
    expect(told).toHaveLength(3);
  });

  it('concern everything as soon as one of them does', () => {
    const told: News[] = [];
    const tell = coalesceSaved((news) => told.push(news));
    for (const news of [saved('deal', ['1']), saved('deal', ['2']), null]) tell(news);
    vi.advanceTimersByTime(1000);
    expect(told.at(-1)).toBeNull();
  });
});
