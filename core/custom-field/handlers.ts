import { createCustomField, readCustomFields } from '#core/custom-field/commands.ts';
import { customFieldRecord } from '#core/custom-field/custom-field.ts';
import { procedures } from '#core/procedure.ts';
import { changeRecord, purgeRecord, readRecord } from '#core/records/write.ts';
import { foldText } from '#shared/text/fold-text.ts';

const { customField } = procedures;

export const customFieldHandlers = {
  list: customField.list.handler(({ context }) => [...readCustomFields(context.core.store.db)]),
  create: customField.create.handler(async ({ context, input, errors }) => {
    const { store } = context.core;
    const isTaken = readCustomFields(store.db).some((field) => foldText(field.label) === foldText(input.label));
    if (isTaken) throw errors.REFUSED({ data: { field: 'label', code: 'taken', value: input.label } });
    const { label, type, options, partyType, position } = input;
    const { result } = await store.perform({ actor: context.actor, kind: 'settings', subject: label }, (act) =>
      createCustomField(act, {
        label,
        type,
        ...(options && { options }),
        ...(partyType !== undefined && { partyType }),
        ...(position !== undefined && { position }),
      }),
    );
    return result;
  }),
  update: customField.update.handler(async ({ context, input: { id, ...changes }, errors }) => {
    const { store } = context.core;
    const before = readRecord(store.db, customFieldRecord, id)?.row;
    if (!before) throw errors.NOT_FOUND({ data: { id } });
    const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
    const { result } = await store.perform({ actor: context.actor, kind: 'settings', subject: before.label }, (act) =>
      changeRecord(act, customFieldRecord, { id, changes: given }),
    );
    return result ?? before;
  }),
  delete: customField.delete.handler(async ({ context, input, errors }) => {
    const { store } = context.core;
    const before = readRecord(store.db, customFieldRecord, input.id)?.row;
    if (!before) throw errors.NOT_FOUND({ data: { id: input.id } });
    const { actId } = await store.perform({ actor: context.actor, kind: 'settings', subject: before.label }, (act) =>
      purgeRecord(act, customFieldRecord, input.id),
    );
    return { actId };
  }),
};
