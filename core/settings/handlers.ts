import type { Core } from '#core/core.ts';
import { userRecord } from '#core/people/users.ts';
import { addReadyPipeline } from '#core/pipeline/commands.ts';
import { firstPipeline } from '#core/pipeline/queries.ts';
import { procedures } from '#core/procedure.ts';
import { readOwnBranch } from '#core/records/own-branch.ts';
import { changeRecord, readRecord } from '#core/records/write.ts';
import { apiKeyHandlers } from '#core/settings/api-key-handlers.ts';
import { changeSettings, readSettings } from '#core/settings/settings.ts';
import type { Settings } from '#shared/settings/contract.ts';
import { companySettings } from '#shared/sync/scope-rules.ts';
import { toPhoneCountry } from '#shared/phone/countries.ts';
import { version } from '#shared/version.ts';

const { settings } = procedures;

export const settingsHandlers = {
  get: settings.get.handler(({ context }) => ({
    ...readSettings(context.core.store.db),
    version,
    dataDirectory: context.core.dataDirectory,
    apiAddress: context.apiAddress,
  })),
  update: settings.update.handler(async ({ context, input, errors }) => {
    const { country } = input;
    if (country !== undefined && !toPhoneCountry(country)) {
      throw errors.REFUSED({ data: { field: 'country', code: 'unknownCountry', value: country } });
    }
    const field = ofHeadOffice(context.core, input);
    if (field !== undefined) throw errors.REFUSED({ data: { field, code: 'ofHeadOffice' } });
    const { result } = await context.core.store.perform({ actor: context.actor, kind: 'settings', subject: '' }, (act) => {
      if (input.ownerName !== undefined)
        changeRecord(act, userRecord, { id: context.core.owner().userId, changes: { name: input.ownerName } });
      const settings = changeSettings(act, withoutUndefined(input));
      if (input.firstRunDone === true && act.branchId === null && !firstPipeline(act.tx))
        addReadyPipeline(act, settings.trade, settings.language);
      return settings;
    });
    return result;
  }),
  ...apiKeyHandlers,
};

/** What of it a computer of a branch can't set, if there is any: settings of the whole company, the name of who isn't of the branch. */
function ofHeadOffice(
  { store, owner }: Core,
  input: { readonly [Name in keyof Settings]?: Settings[Name] | undefined },
): string | undefined {
  const branchId = readOwnBranch(store.db)?.branchId ?? null;
  if (branchId === null) return undefined;
  const known = readSettings(store.db);
  const differs = (name: keyof Settings) => JSON.stringify(input[name]) !== JSON.stringify(known[name]);
  const given = (Object.keys(input) as (keyof Settings)[]).filter((name) => input[name] !== undefined && differs(name));
  const isOwnersName = (name: string) =>
    name === 'ownerName' && readRecord(store.db, userRecord, owner().userId)?.row.branchId !== branchId;
  return given.find((name) => companySettings.has(name) || isOwnersName(name));
}

function withoutUndefined<Value extends object>(value: Value) {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as {
    [Key in keyof Value]: NonNullable<Value[Key]>;
  };
}
