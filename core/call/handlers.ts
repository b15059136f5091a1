import { archiveCallScript, changeCallScript, createCallScript, findCallScript, readCallScripts } from '#core/call/scripts.ts';
import { reportCalls } from '#core/call/report.ts';
import { takeCall } from '#core/call/take-call.ts';
import { procedures } from '#core/procedure.ts';

const { call } = procedures;

export const callHandlers = {
  create: call.create.handler(async ({ context: { core, actor }, input }) => {
    const { result } = await core.store.perform({ actor, kind: 'call', subject: input.phone }, (act) => takeCall(act, input));
    return result;
  }),
  scripts: call.scripts.handler(({ context: { core } }) => readCallScripts(core.store.db)),
  createScript: call.createScript.handler(async ({ context: { core, actor }, input }) => {
    const request = { actor, kind: 'settings', subject: input.name } as const;
    return (await core.store.perform(request, (act) => createCallScript(act, input))).result;
  }),
  updateScript: call.updateScript.handler(async ({ context: { core, actor }, input: { id, ...changes }, errors }) => {
    const subject = findCallScript(core.store.db, id)?.name ?? '';
    const { result } = await core.store.perform({ actor, kind: 'settings', subject }, (act) =>
      changeCallScript(act, id, changes),
    );
    if (!result) throw errors.NOT_FOUND({ data: { id } });
    return result;
  }),
  deleteScript: call.deleteScript.handler(async ({ context: { core, actor }, input: { id }, errors }) => {
    const subject = findCallScript(core.store.db, id)?.name ?? '';
    const { actId, result } = await core.store.perform({ actor, kind: 'settings', subject }, (act) => archiveCallScript(act, id));
    if (!result) throw errors.NOT_FOUND({ data: { id } });
    return { actId };
  }),
  report: call.report.handler(({ context: { core }, input }) => reportCalls(core.store.db, input)),
};
