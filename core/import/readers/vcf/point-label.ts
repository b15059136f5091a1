import type { VcfProperty } from './parse-property.ts';

/** Types that say what a number, address or page is for, in the order in which they win when there are several. */
const meanings: readonly (readonly [type: string, label: string])[] = [
  ['fax', 'fax'],
  ['cell', 'mobile'],
  ['mobile', 'mobile'],
  ['iphone', 'mobile'],
  ['main', 'main'],
  ['work', 'work'],
  ['home', 'home'],
  ['dom', 'home'],
  ['postal', 'delivery'],
  ['parcel', 'delivery'],
  ['other', 'other'],
];

/** Apple writes its own labels as `_$!<Mobile>!$_`. */
const appleLabel = /^_\$!<(.*)>!\$_$/;

/** A label of the card's vocabulary ("mobile", "work"...), the owner's own word for it, or '' when nothing is said. */
export function labelOf({ name, types }: VcfProperty, ownLabel: string | undefined): string {
  const apple = ownLabel === undefined ? undefined : appleLabel.exec(ownLabel)?.[1];
  if (apple !== undefined) return fromTypes(new Set(apple.toLowerCase().split(/[ /]/))) ?? apple;
  const known = fromTypes(types);
  // Every parcel can be delivered to a 2.1 address: there the type says nothing.
  const meant = known === 'delivery' && name !== 'ADR' ? undefined : known;
  const own = ownLabel ?? [...types].find((type) => type.startsWith('x-') && type.length > 2)?.slice(2);
  return (meant === 'other' ? undefined : meant) ?? cleanLabel(own) ?? meant ?? '';
}

function fromTypes(types: ReadonlySet<string>): string | undefined {
  const fax = [...types].some((type) => type.endsWith('fax'));
  return fax ? 'fax' : meanings.find(([type]) => types.has(type))?.[1];
}

/** A "#" would read as the number of a repeated column. */
function cleanLabel(label: string | undefined): string | undefined {
  const clean = label?.replaceAll('#', ' ').replace(/\s+/g, ' ').trim().slice(0, 60);
  return clean === '' ? undefined : clean;
}
