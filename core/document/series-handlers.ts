import { listSeries, setSeries } from '#core/document/number-series.ts';
import { procedures } from '#core/procedure.ts';

const { document } = procedures;

export const seriesHandlers = {
  series: document.series.handler(({ context: { core } }) => listSeries(core.store.db, core.store.now())),
  setSeries: document.setSeries.handler(async ({ context, input, errors }) => {
    const { store } = context.core;
    const { result } = await store.perform({ actor: context.actor, kind: 'settings', subject: input.pattern }, (act) => {
      const fault = setSeries(act, input);
      return fault ? { fault } : { series: listSeries(act.tx, act.at) };
    });
    if (result.fault) throw errors.REFUSED({ data: { field: 'pattern', code: result.fault, value: input.pattern } });
    return result.series;
  }),
};
