import { procedures } from '#core/procedure.ts';

const { job } = procedures;

export const jobHandlers = {
  get: job.get.handler(({ context, input, errors }) => {
    const found = context.core.jobs.get(input.id);
    if (!found) throw errors.NOT_FOUND({ data: { id: input.id } });
    return found;
  }),
  watch: job.watch.handler(({ context, input, errors, signal }) => {
    if (!context.core.jobs.get(input.id)) throw errors.NOT_FOUND({ data: { id: input.id } });
    return context.core.jobs.watch(input.id, signal);
  }),
  cancel: job.cancel.handler(({ context, input, errors }) => {
    const found = context.core.jobs.cancel(input.id);
    if (!found) throw errors.NOT_FOUND({ data: { id: input.id } });
    return found;
  }),
};
