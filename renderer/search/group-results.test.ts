import { describe, expect, it } from 'vitest';
import { groupResults, reasonBeside } from '#renderer/search/group-results.ts';
import type { DealResult, SearchResult } from '#shared/search/contract.ts';

const result = (id: string, type: SearchResult['type'], matches: SearchResult['matches'] = []): SearchResult => ({
  id,
  type,
  kind: 'client',
  title: `Title ${id}`,
  subtitle: '',
  phones: [],
  emails: [],
  matches,
});

describe('groupResults', () => {
  it('puts the group of the best result first and keeps the order within each', () => {
    const groups = groupResults({ results: [result('1', 'company'), result('2', 'contact'), result('3', 'company')], deals: [] });
    expect(groups.map(({ type, results }) => [type, ...results.map(({ id }) => id)])).toEqual([
      ['company', '1', '3'],
      ['contact', '2'],
    ]);
  });

  it('puts deals after whoever was found, or alone', () => {
    const deals: DealResult[] = [
      {
        id: '9',
        type: 'deal',
        title: '2 windows',
        partyId: '1',
        partyTitle: 'Ana',
        stageName: 'Quote',
        status: 'open',
        amount: 100,
        currency: 'EUR',
        matches: [],
      },
    ];
    const types = (results: SearchResult[]) => groupResults({ results, deals }).map(({ type }) => type);
    expect(types([result('1', 'company')])).toEqual(['company', 'deal']);
    expect(types([])).toEqual(['deal']);
  });

  it('makes no group of nothing', () => {
    expect(groupResults({ results: [], deals: [] })).toEqual([]);
  });
});

describe('reasonBeside', () => {
  it('is the first match that the title does not show already', () => {
    const inTitle = { field: 'name', text: 'Title 1', start: 0, length: 5 } as const;
    const inPhone = { field: 'phone', text: '+34600123456', start: 3, length: 3 } as const;
    expect(reasonBeside(result('1', 'contact', [inTitle, inPhone]))).toEqual(inPhone);
    expect(reasonBeside(result('1', 'contact', [inTitle]))).toBeUndefined();
  });
});
