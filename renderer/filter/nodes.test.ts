import { describe, expect, it } from 'vitest';
import { countConditions, joinOf, readNodes, withJoin, writeNodes } from '#renderer/filter/nodes.ts';
import type { Condition, Filter } from '#shared/filter/filter.ts';

const vip: Condition = { field: 'tags', is: 'hasAnyOf', value: ['VIP'] };
const client: Condition = { field: 'kind', is: 'isAnyOf', value: ['client'] };

describe('a filter as it is edited', () => {
  it.each<{ readonly filter: Filter }>([
    { filter: { all: [] } },
    { filter: { all: [vip, client] } },
    { filter: { any: [vip, { all: [client, vip] }] } },
    { filter: { all: [client, { not: { any: [vip] } }] } },
    { filter: { all: [client, { not: { all: [vip, client] } }] } },
  ])('is written as it was read: $filter', ({ filter }) => {
    expect(writeNodes(readNodes(filter))).toEqual(filter);
  });

  it('reads a condition turned around as a group of which nothing may be true', () => {
    const { items } = readNodes({ all: [{ not: vip }] });
    expect(items).toEqual([{ join: 'any', isNot: true, items: [vip] }]);
  });

  it('keeps what is turned around twice', () => {
    const filter: Filter = { all: [{ not: { not: vip } }] };
    expect(writeNodes(readNodes(filter))).toEqual({ all: [{ not: { any: [{ not: { any: [vip] } }] } }] });
  });

  it('lets a group be joined in four ways', () => {
    const group = readNodes({ all: [vip] });
    for (const join of ['all', 'any', 'none', 'notAll'] as const) expect(joinOf(withJoin(group, join))).toBe(join);
    expect(writeNodes(withJoin(group, 'none'))).toEqual({ all: [{ not: { any: [vip] } }] });
  });

  it('says nothing by groups without conditions', () => {
    expect(writeNodes({ join: 'any', isNot: true, items: [{ join: 'all', isNot: false, items: [] }] })).toEqual({ all: [] });
    expect(countConditions({ any: [vip, { not: { all: [client] } }] })).toBe(2);
  });
});
