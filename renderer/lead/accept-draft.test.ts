import { expect, it } from 'vitest';
import { draftOf, readAccepted } from '#renderer/lead/accept-draft.ts';

const spain = { locale: 'es-ES', currency: 'EUR' };
const draft = draftOf({ title: 'Three windows', ownerId: null }, { id: 's1', pipelineId: 'p1' });

it('begins with what the request says, and leaves out what was left empty', () => {
  expect(readAccepted(draft, spain)).toEqual({ type: 'read', deal: { pipelineId: 'p1', stageId: 's1', title: 'Three windows' } });
});

it('reads sums and moments as they are typed', () => {
  const read = readAccepted(
    { ...draft, estimate: '1.250,50 €', visitAt: '2026-11-23T10:30', siteAddress: ' Calle Mayor 1 ' },
    spain,
  );
  const visitAt = new Date(2026, 10, 23, 10, 30).getTime();
  expect(read).toMatchObject({ type: 'read', deal: { estimate: 125_050, visitAt, siteAddress: 'Calle Mayor 1' } });
});

it.each(['many', '-5'])('refuses the sum "%s"', (estimate) => {
  expect(readAccepted({ ...draft, estimate }, spain)).toEqual({ type: 'unreadable', field: 'estimate' });
});
