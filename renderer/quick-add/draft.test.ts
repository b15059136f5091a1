import { describe, expect, it } from 'vitest';
import { beginDraft, canBeSaved, emptyDraft, isEmptyDraft, swapDrafts } from '#renderer/quick-add/draft.ts';

const ana = { ...emptyDraft, name: 'Ana Ruiz', note: 'calls back on Monday' };

describe('beginDraft', () => {
  it('begins empty the first time', () => {
    expect(beginDraft(null, {})).toEqual({ current: emptyDraft, aside: null });
  });

  it('brings back what was typed before', () => {
    expect(beginDraft({ current: ana, aside: null }, {})).toEqual({ current: ana, aside: null });
  });

  it('fills what it is opened with into the fields still empty', () => {
    const { current } = beginDraft({ current: ana, aside: null }, { phone: '600 123 456' });
    expect(current).toEqual({ ...ana, phone: '600 123 456' });
  });

  it('puts what was typed aside when it is opened for somebody else', () => {
    const drafts = beginDraft({ current: ana, aside: null }, { name: 'Petros' });
    expect(drafts.current).toEqual({ ...emptyDraft, name: 'Petros' });
    expect(drafts.aside).toEqual(ana);
  });

  it('opens the kind of card asked for', () => {
    expect(beginDraft(null, { type: 'company' }).current.type).toBe('company');
    expect(beginDraft({ current: ana, aside: null }, { type: 'company' }).current).toEqual({ ...ana, type: 'company' });
  });
});

describe('swapDrafts', () => {
  it('brings the draft put aside back and keeps the current one in its place', () => {
    const petros = { ...emptyDraft, name: 'Petros' };
    expect(swapDrafts({ current: petros, aside: ana })).toEqual({ current: ana, aside: petros });
    expect(swapDrafts({ current: emptyDraft, aside: ana })).toEqual({ current: ana, aside: null });
  });
});

describe('a draft', () => {
  it('is empty when nothing but spaces is typed', () => {
    expect(isEmptyDraft({ ...emptyDraft, name: '  ' })).toBe(true);
    expect(isEmptyDraft(ana)).toBe(false);
  });

  it('can be saved with a name, a phone or an email, not with a note alone', () => {
    expect(canBeSaved({ ...emptyDraft, phone: '600' })).toBe(true);
    expect(canBeSaved({ ...emptyDraft, note: 'who was it?' })).toBe(false);
  });
});
