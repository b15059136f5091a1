import { describe, expect, it } from 'vitest';
import { mayShow } from '#renderer/app/refresh-saved.ts';

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
