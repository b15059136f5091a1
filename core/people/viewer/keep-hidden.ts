import { customPrefix, hiddenFields } from '#core/people/viewer/masks.ts';
import type { Actor } from '#shared/people/permission.ts';

type Values = Readonly<Record<string, unknown>>;

/** Custom values as somebody gave them, with those that she doesn't see, and so left out, as they are. */
export function withHiddenValues<Custom extends Values>({ limits }: Pick<Actor, 'limits'>, kept: Custom, given: Custom): Custom {
  if (limits === null) return given;
  const keys = hiddenFields(limits.rights).filter((name) => name.startsWith(customPrefix));
  const hidden = keys.map((name) => name.slice(customPrefix.length)).filter((key) => Object.hasOwn(kept, key));
  return { ...Object.fromEntries(hidden.map((key) => [key, kept[key]])), ...given };
}
