import type { Condition, Filter, FilterItem } from '#shared/filter/filter.ts';

/** A filter as it is edited: groups that may be turned around, and conditions in them. */
export interface GroupNode {
  readonly join: 'all' | 'any';
  readonly isNot: boolean;
  readonly items: readonly FilterNode[];
}
export type FilterNode = GroupNode | Condition;

export const joins = ['all', 'any', 'none', 'notAll'] as const;
export type Join = (typeof joins)[number];

export function isGroup(node: FilterNode): node is GroupNode {
  return 'items' in node;
}

export function joinOf({ join, isNot }: GroupNode): Join {
  if (isNot) return join === 'any' ? 'none' : 'notAll';
  return join;
}

export function withJoin(group: GroupNode, join: Join): GroupNode {
  return { ...group, join: join === 'any' || join === 'none' ? 'any' : 'all', isNot: join === 'none' || join === 'notAll' };
}

/** A filter as groups; a condition turned around stands in a group of its own. */
export function readNodes(filter: Filter): GroupNode {
  const node = nodeOf(filter);
  return isGroup(node) ? node : { join: 'all', isNot: false, items: [node] };
}

/** The filter that groups stand for. Empty groups within others say nothing and are left out. */
export function writeNodes(root: GroupNode): Filter {
  const item = itemOf(root);
  if (item === undefined) return { all: [] };
  return 'all' in item || 'any' in item ? item : { all: [item] };
}

function nodeOf(item: FilterItem): FilterNode {
  if ('field' in item) return item;
  if ('not' in item) return turnedAround(nodeOf(item.not));
  return 'all' in item
    ? { join: 'all', isNot: false, items: item.all.map(nodeOf) }
    : { join: 'any', isNot: false, items: item.any.map(nodeOf) };
}

function turnedAround(node: FilterNode): GroupNode {
  if (!isGroup(node) || node.isNot) return { join: 'any', isNot: true, items: [node] };
  return { ...node, isNot: true };
}

function itemOf(node: FilterNode): FilterItem | undefined {
  if (!isGroup(node)) return node;
  const items = node.items.flatMap((inner) => itemOf(inner) ?? []);
  if (items.length === 0) return undefined;
  const filter: Filter = node.join === 'all' ? { all: items } : { any: items };
  return node.isNot ? { not: filter } : filter;
}

/** How many conditions a filter has. */
export function countConditions(filter: Filter): number {
  const count = (node: FilterNode): number => (isGroup(node) ? node.items.reduce((sum, inner) => sum + count(inner), 0) : 1);
  return count(readNodes(filter));
}
