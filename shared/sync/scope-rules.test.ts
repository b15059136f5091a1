import { describe, expect, it } from 'vitest';
import {
  everybody,
  initialScopePolicy,
  isSynced,
  mayWrite,
  nowhere,
  officeOnly,
  parentsOf,
  placeOf,
  scopeRuleOf,
  syncedTypes,
} from '#shared/sync/scope-rules.ts';
import type { ParentPlace, Place, ScopePolicy } from '#shared/sync/scope-rules.ts';

const patras = 'branch-patras';
const volos = 'branch-volos';

interface Case {
  readonly type: string;
  readonly fields?: Readonly<Record<string, unknown>>;
  readonly parents?: readonly ParentPlace[];
  readonly policy?: Partial<ScopePolicy>;
  readonly sender?: string | null;
}

function place({ type, fields = {}, parents = [], policy = {}, sender = null }: Case) {
  const { home, scopes } = placeOf({ type, fields }, { parents, policy: { ...initialScopePolicy, ...policy }, sender });
  return { home, scopes: [...scopes].sort() };
}
const parent = (type: string, home: string, ...scopes: readonly string[]): ParentPlace => ({
  type,
  home,
  scopes: new Set(scopes),
});
const at = (home: string, ...scopes: readonly string[]): Place => ({ home, scopes: new Set(scopes) });
const commonClient = parent('party', patras, everybody);
const privateClient = parent('party', patras, patras);
const soldDeal = parent('deal', patras, everybody);

describe('what travels', () => {
  it('is each type with a rule, and of the settings those of the company', () => {
    expect(isSynced('party', 'p1')).toBe(true);
    expect(isSynced('api_key', 'k1')).toBe(false);
    expect(isSynced('setting', 'currency')).toBe(true);
    expect(isSynced('setting', 'language')).toBe(false);
    expect(syncedTypes.every((type) => scopeRuleOf(type) !== null)).toBe(true);
  });

  it('is nothing that every object has by nature', () => {
    for (const type of ['constructor', 'toString', '__proto__']) {
      expect(isSynced(type, 'x')).toBe(false);
      expect(scopeRuleOf(type)).toBeNull();
    }
  });
});

describe('where a record is', () => {
  it.each<readonly [string, Case, string, readonly string[]]>([
    ['a product: everybody', { type: 'product' }, everybody, [everybody]],
    ['a user: everybody', { type: 'user', fields: { branchId: patras } }, everybody, [everybody]],
    ['a client where cards are common: everybody', { type: 'party', fields: { branchId: patras } }, patras, [everybody]],
    [
      'a client where cards are private: its branch',
      { type: 'party', fields: { branchId: patras, sharedWith: [] }, policy: { clientCards: 'private' } },
      patras,
      [patras],
    ],
    [
      'a client shared with another branch: both',
      { type: 'party', fields: { branchId: patras, sharedWith: [volos, 7] }, policy: { clientCards: 'private' } },
      patras,
      [patras, volos],
    ],
    [
      "head office's own client where cards are private: head office",
      { type: 'party', fields: { branchId: null }, policy: { clientCards: 'private' } },
      officeOnly,
      [officeOnly],
    ],
    ["a deal: its branch, though its client is everybody's", deal('open'), patras, [patras]],
    ['a sold deal: its branch, unless branches see purchases', deal('won'), patras, [patras]],
    [
      'a sold deal where branches see purchases',
      { ...deal('won'), policy: { purchasesInOtherBranches: true } },
      patras,
      [everybody],
    ],
    [
      'an open deal where branches see purchases',
      { ...deal('open'), policy: { purchasesInOtherBranches: true } },
      patras,
      [patras],
    ],
    [
      'a sold deal of a private client: no farther than the client',
      { ...deal('won'), parents: [privateClient], policy: { purchasesInOtherBranches: true, clientCards: 'private' } },
      patras,
      [patras],
    ],
    [
      'a line of a sold deal that all see',
      { type: 'deal_line', fields: { dealId: 'd' }, parents: [soldDeal] },
      patras,
      [everybody],
    ],
    [
      'a clash about such a line: its branch',
      {
        type: 'conflict',
        fields: { recordType: 'deal_line', recordId: 'l' },
        parents: [{ type: 'deal_line', home: patras, scopes: new Set([everybody]) }],
      },
      patras,
      [patras],
    ],
    ['what was paid for it: its branch', { type: 'payment', fields: { dealId: 'd' }, parents: [soldDeal] }, patras, [patras]],
    [
      'a note on it: its branch',
      { type: 'activity', fields: { dealId: 'd' }, parents: [commonClient, soldDeal] },
      patras,
      [patras],
    ],
    ['a note on a common client: everybody', { type: 'activity', parents: [commonClient] }, patras, [everybody]],
    ['a note on a private client: its branch', { type: 'activity', parents: [privateClient] }, patras, [patras]],
    [
      "another branch's task for a private client: only head office",
      { type: 'task', fields: { branchId: volos }, parents: [privateClient] },
      volos,
      [officeOnly],
    ],
    [
      'what hangs on something unknown: only head office',
      { type: 'activity', parents: [{ type: 'party', ...nowhere }] },
      officeOnly,
      [officeOnly],
    ],
    ['a type of a newer version: where it came from', { type: 'voucher', sender: volos }, everybody, [volos]],
    ["a type of a newer version, from head office: head office's", { type: 'voucher', sender: null }, everybody, [officeOnly]],
  ])('%s', (_name, given, home, scopes) => {
    expect(place(given)).toEqual({ home, scopes: [...scopes] });
  });

  function deal(status: string): Case {
    return { type: 'deal', fields: { branchId: patras, status, partyId: 'p' }, parents: [commonClient] };
  }
});

describe('what a record hangs on', () => {
  it('is what its fields name, where they name something', () => {
    expect(parentsOf({ type: 'task', fields: { partyId: 'p', dealId: null, leadId: 'l' } })).toEqual([
      { type: 'party', id: 'p' },
      { type: 'lead', id: 'l' },
    ]);
    expect(parentsOf({ type: 'product', fields: { partyId: 'p' } })).toEqual([]);
    expect(parentsOf({ type: 'voucher', fields: { partyId: 'p' } })).toEqual([]);
  });

  it('is what a clash is about', () => {
    for (const type of ['conflict', 'notice', 'automation_run'])
      expect(parentsOf({ type, fields: { recordType: 'deal', recordId: 'd' } })).toEqual([{ type: 'deal', id: 'd' }]);
    expect(parentsOf({ type: 'notice', fields: { recordType: null, recordId: null } })).toEqual([]);
    expect(parentsOf({ type: 'conflict', fields: {} })).toHaveLength(1);
  });
});

describe('who may write', () => {
  const mine = (type: string, fields: Readonly<Record<string, unknown>>, where: Place, branch: string | null = patras) =>
    mayWrite({ type, fields }, where, branch);

  it('is head office, whatever it is', () => {
    expect(mine('product', {}, at(everybody, everybody), null)).toBe(true);
    expect(mine('deal', { branchId: patras }, at(patras, patras), null)).toBe(true);
  });

  it('is no branch where something is the whole company’s', () => {
    expect(mine('product', {}, at(everybody, everybody))).toBe(false);
    expect(mine('pipeline', {}, at(everybody, everybody))).toBe(false);
    expect(mine('setting', {}, at(everybody, everybody))).toBe(false);
  });

  it('is a branch for the people who work there', () => {
    expect(mine('user', { branchId: patras }, at(everybody, everybody))).toBe(true);
    expect(mine('user', { branchId: volos }, at(everybody, everybody))).toBe(false);
    expect(mine('user', { branchId: null }, at(everybody, everybody))).toBe(false);
  });

  it('is each branch that has a client', () => {
    expect(mine('party', { branchId: volos }, at(volos, everybody))).toBe(true);
    expect(mine('party', { branchId: volos }, at(volos, volos, patras))).toBe(true);
    expect(mine('party', { branchId: volos }, at(volos, volos))).toBe(false);
  });

  it('is only its own branch for a deal and what hangs on it, though others see it', () => {
    const sold = at(patras, everybody);
    expect(mine('deal', { branchId: patras }, sold)).toBe(true);
    expect(mine('deal', { branchId: patras }, sold, volos)).toBe(false);
    expect(mine('deal_line', { dealId: 'd' }, sold, volos)).toBe(false);
    expect(mine('payment', { dealId: 'd' }, at(patras, patras), volos)).toBe(false);
    expect(mine('payment', { dealId: 'd' }, at(patras, patras))).toBe(true);
  });
});
