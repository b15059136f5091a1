import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { describe, expect, it, vi } from 'vitest';
import { mayShow, refreshSaved } from '#renderer/app/refresh-saved.ts';

const card = [['contact', 'get'], { type: 'query', input: { id: 'ana' } }];
const list = [['party', 'list'], { type: 'query', input: {} }];
const settings = [['settings', 'get'], { type: 'query' }];

describe('mayShow', () => {
  it('reads a card again when it was saved, and not when another was', () => {
    expect(mayShow(card, { recordTypes: ['contact'], ids: ['ana'] })).toBe(true);
    expect(mayShow(card, { recordTypes: ['contact'], ids: ['petros'] })).toBe(false);
  });

  it('reads every card again when too many were saved to name', () => {
    expect(mayShow(card, { recordTypes: ['contact'], ids: null })).toBe(true);
  });

  it('reads lists again after any record', () => {
    expect(mayShow(list, { recordTypes: ['company'], ids: ['glass'] })).toBe(true);
  });

  it('reads only settings again after settings', () => {
    expect(mayShow(settings, { recordTypes: ['setting', 'user'], ids: ['language'] })).toBe(true);
    expect(mayShow(list, { recordTypes: ['setting', 'user'], ids: ['language'] })).toBe(false);
  });
});

describe('refreshSaved', () => {
  it('reads again what was being read for the first time while it was saved', async () => {
    const queries = new QueryClient({ defaultOptions: { queries: { staleTime: 30_000 } } });
    const answers: ((names: string[]) => void)[] = [];
    const queryFn = vi.fn<() => Promise<string[]>>(() => new Promise((resolve) => answers.push(resolve)));
    const list = new QueryObserver(queries, { queryKey: [['party', 'list'], { type: 'query' }], queryFn });
    const stop = list.subscribe(() => undefined);
    refreshSaved(queries, { recordTypes: ['party'], ids: ['ana'] });
    answers[0]?.([]);
    await vi.waitFor(() => expect(queryFn).toHaveBeenCalledTimes(2));
    answers[1]?.(['Ana']);
    await vi.waitFor(() => expect(list.getCurrentResult().data).toEqual(['Ana']));
    stop();
  });
});
