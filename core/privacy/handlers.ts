import { certificatePage } from '#core/privacy/certificate-page.ts';
import { addConsent, removeConsent } from '#core/privacy/consent-commands.ts';
import { consentRecord, consentsOf, toConsent } from '#core/privacy/consent.ts';
import { erasePerson, listErasures, previewErasure } from '#core/privacy/erase-person.ts';
import { exportPerson } from '#core/privacy/export-person.ts';
import { isCalled, partyTitle } from '#core/party/party-title.ts';
import { procedures } from '#core/procedure.ts';
import { isOfBranch } from '#core/records/own-branch.ts';
import { readRecord } from '#core/records/write.ts';
import { changeSettings, readSettings } from '#core/settings/settings.ts';

const { privacy } = procedures;

export const privacyHandlers = {
  consents: privacy.consents.handler(({ context: { core }, input: { id }, errors }) => {
    const { db } = core.store;
    if (partyTitle(db, id) === '') throw errors.NOT_FOUND({ data: { id } });
    return consentsOf(db, id);
  }),
  addConsent: privacy.addConsent.handler(async ({ context: { core, actor }, input: { id, ...said }, errors }) => {
    const subject = partyTitle(core.store.db, id);
    const request = { actor, kind: 'update', subject } as const;
    const { result } = await core.store.perform(request, (act) => addConsent(act, { partyId: id, ...said }));
    if (result.type === 'notFound') throw errors.NOT_FOUND({ data: { id } });
    if (result.type === 'refused') throw errors.REFUSED({ data: { field: result.field, code: result.code } });
    return toConsent(result.consent);
  }),
  removeConsent: privacy.removeConsent.handler(async ({ context: { core, actor }, input: { id }, errors }) => {
    const kept = readRecord(core.store.db, consentRecord, id)?.row;
    if (!kept) throw errors.NOT_FOUND({ data: { id } });
    const subject = partyTitle(core.store.db, kept.partyId);
    const { actId } = await core.store.perform({ actor, kind: 'update', subject }, (act) => removeConsent(act, id));
    return { id, actId };
  }),
  purposes: privacy.purposes.handler(({ context: { core } }) => [...readSettings(core.store.db).consentPurposes]),
  setPurposes: privacy.setPurposes.handler(async ({ context: { core, actor }, input: { purposes }, errors }) => {
    if (isOfBranch(core.store.db)) throw errors.REFUSED({ data: { field: 'purposes', code: 'ofHeadOffice' } });
    const { result } = await core.store.perform({ actor, kind: 'settings', subject: '' }, (act) =>
      changeSettings(act, { consentPurposes: purposes }),
    );
    return [...result.consentPurposes];
  }),
  export: privacy.export.handler(async ({ context: { core, actor }, input: { id }, errors }) => {
    const file = await exportPerson(core, actor, id);
    if (!file) throw errors.NOT_FOUND({ data: { id } });
    return file;
  }),
  preview: privacy.preview.handler(async ({ context: { core, actor }, input: { id }, errors }) => {
    const preview = await previewErasure(core.store, actor, id);
    if (!preview) throw errors.NOT_FOUND({ data: { id } });
    return preview;
  }),
  erase: privacy.erase.handler(async ({ context: { core, actor }, input: { id, typedName, books, namedBy }, errors }) => {
    if (partyTitle(core.store.db, id) === '') throw errors.NOT_FOUND({ data: { id } });
    if (!isCalled(core.store.db, id, typedName)) throw errors.REFUSED({ data: { field: 'typedName', code: 'differs' } });
    const certificate = await erasePerson(core, actor, { partyId: id, books, namedBy });
    if (!certificate) throw errors.NOT_FOUND({ data: { id } });
    return certificate;
  }),
  erasures: privacy.erasures.handler(({ context: { core } }) => listErasures(core.store.db)),
  certificate: privacy.certificate.handler(({ context: { core }, input: { id }, errors }) => {
    const found = listErasures(core.store.db).find((certificate) => certificate.id === id);
    if (!found) throw errors.NOT_FOUND({ data: { id } });
    const page = certificatePage(found, readSettings(core.store.db));
    return new File([page], `certificate-${found.mark}.html`, { type: 'text/html' });
  }),
};
