import { listSeries, setSeries } from '#core/document/number-series.ts';
import type { SeriesRow } from '#core/document/number-series.ts';
import { procedures } from '#core/procedure.ts';
import type { NumberSeries } from '#shared/document/contract.ts';
import { patternFault } from '#shared/document/number-pattern.ts';

const { document } = procedures;

export const seriesHandlers = {
  series: document.series.handler(({ context: { core } }) => listSeries(core.store.db, core.store.now()).map(toSeries)),
  setSeries: document.setSeries.handler(async ({ context, input, errors }) => {
    const { store } = context.core;
    const code = patternFault(input.pattern);
    if (code) throw errors.REFUSED({ data: { field: 'pattern', code, value: input.pattern } });
    const { result } = await store.perform({ actor: context.actor, kind: 'settings', subject: input.pattern }, (act) => {
      setSeries(act, input);
      return listSeries(act.tx, act.at).map(toSeries);
    });
    return result;
  }),
};

function toSeries({ kind, branchId, pattern, next }: SeriesRow): NumberSeries {
  return { kind, branchId, pattern, next };
}
