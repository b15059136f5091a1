import { addReadyPipeline, archivePipeline, changePipeline, createPipeline, setLostReasons } from '#core/pipeline/commands.ts';
import { findPipeline, readLostReasons, readPipelines } from '#core/pipeline/queries.ts';
import { assertNever, procedures } from '#core/procedure.ts';
import { readSettings } from '#core/settings/settings.ts';
import { messageText } from '#shared/messages/message-text.ts';
import { readyPipelines } from '#shared/pipeline/ready-pipelines.ts';

const { pipeline } = procedures;

export const pipelineHandlers = {
  list: pipeline.list.handler(({ context }) => readPipelines(context.core.store.db)),
  create: pipeline.create.handler(async ({ context: { core, actor }, input, errors }) => {
    const given = input.stages.find(({ id }) => id !== undefined);
    if (given?.id !== undefined) throw errors.REFUSED({ data: { field: 'stages', code: 'unknownStage', value: given.id } });
    const { result } = await core.store.perform({ actor, kind: 'pipeline', subject: input.name }, (act) =>
      createPipeline(act, input),
    );
    return result;
  }),
  addReady: pipeline.addReady.handler(async ({ context: { core, actor }, input: { trade } }) => {
    const { language } = readSettings(core.store.db);
    const subject = messageText(readyPipelines[trade].name, language);
    const { result } = await core.store.perform({ actor, kind: 'pipeline', subject }, (act) =>
      addReadyPipeline(act, trade, language),
    );
    return result;
  }),
  update: pipeline.update.handler(async ({ context: { core, actor }, input: { id, ...changes }, errors }) => {
    const subject = findPipeline(core.store.db, id)?.name ?? '';
    const { result } = await core.store.perform({ actor, kind: 'pipeline', subject }, (act) => changePipeline(act, id, changes));
    switch (result.type) {
      case 'saved':
        return result.pipeline;
      case 'notFound':
        throw errors.NOT_FOUND({ data: { id } });
      case 'stageInUse':
        throw errors.REFUSED({ data: { field: 'stages', code: result.type, value: result.name } });
      case 'unknownStage':
        throw errors.REFUSED({ data: { field: 'stages', code: result.type, value: result.id } });
      default:
        return assertNever(result);
    }
  }),
  delete: pipeline.delete.handler(async ({ context: { core, actor }, input: { id }, errors }) => {
    const subject = findPipeline(core.store.db, id)?.name ?? '';
    const { actId, result } = await core.store.perform({ actor, kind: 'pipeline', subject }, (act) => archivePipeline(act, id));
    if (result === 'notFound') throw errors.NOT_FOUND({ data: { id } });
    if (result === 'inUse') throw errors.REFUSED({ data: { field: 'id', code: 'pipelineInUse', value: subject } });
    return { actId };
  }),
  lostReasons: pipeline.lostReasons.handler(({ context }) => readLostReasons(context.core.store.db)),
  setLostReasons: pipeline.setLostReasons.handler(async ({ context: { core, actor }, input: { reasons } }) => {
    const { result } = await core.store.perform({ actor, kind: 'pipeline', subject: '' }, (act) => setLostReasons(act, reasons));
    return result;
  }),
};
