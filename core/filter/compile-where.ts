import { readCustomFields } from '#core/custom-field/commands.ts';
import { compileFilter } from '#core/filter/compile-filter.ts';
import type { CompileContext, CompileOutcome } from '#core/filter/compile-filter.ts';
import '#core/filter/filterables.ts';
import type { Store } from '#core/records/store.ts';
import { zoneOfShop } from '#core/settings/zone-of-shop.ts';
import type { Filter } from '#shared/filter/filter.ts';
import { pathText } from '#shared/filter/validate-filter.ts';
import type { FilterProblem } from '#shared/filter/validate-filter.ts';
import type { Actor } from '#shared/people/permission.ts';

const minute = 60_000;

/** What filters are asked by: the shop's days and custom fields, whoever acts, and the minute it is. */
export function filterContextOf({ db, now }: Pick<Store, 'db' | 'now'>, actor: Pick<Actor, 'userId'> | null): CompileContext {
  return {
    now: Math.floor(now() / minute) * minute,
    timeZone: zoneOfShop(db),
    me: actor?.userId ?? null,
    customFields: readCustomFields(db),
  };
}

interface Asking {
  readonly store: Store;
  readonly actor: Actor;
  /** The name of what is listed, see filterables.ts. */
  readonly entity: string;
}

/** The `where` of a list, for whoever asks; to the minute, so that the pages of a list are of one order. */
export function compileWhere(where: Filter, { store, actor, entity }: Asking): CompileOutcome {
  return compileFilter(where, entity, filterContextOf(store, actor));
}

/** What a procedure that takes a `where` refuses it with: the first problem, and where in the filter it is. */
export function refusalOf(problems: readonly FilterProblem[]): { field: string; code: string; value: string } {
  const [problem] = problems;
  return problem
    ? { field: 'where', code: problem.code, value: pathText(problem) }
    : { field: 'where', code: 'wrong', value: '' };
}
