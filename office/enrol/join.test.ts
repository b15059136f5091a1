import { describe, expect, it } from 'vitest';
import { createIdentityKeys } from '#wire/keys.ts';
import { readInvitation } from '#wire/invitation.ts';
import { foundOffice, joinBranch, joinOffice, postJoin, startTestOffice } from '#test/factories/start-test-office.ts';

const hour = 3_600_000;

async function codeOf(response: Response) {
  return ((await response.json()) as { code: string }).code;
}

describe('joining head office', () => {
  it('begins a company with the administrator’s key, once', async () => {
    const office = await startTestOffice();
    const head = await foundOffice(office);
    expect(head.membership.company.name).toBe('Ventanas Sol');
    expect(head.membership.device).toMatchObject({ branchId: null, till: 1, isMain: true, name: 'Office' });
    const second = await postJoin({ address: office.address, code: office.adminKey, companyName: 'Other' });
    expect([second.status, await codeOf(second)]).toEqual([403, 'wrongCode']);
  });

  it('gives the same computer to the same question asked again, because the answer was lost', async () => {
    const office = await startTestOffice();
    const keys = createIdentityKeys();
    const asked = { address: office.address, code: office.adminKey, name: 'Office', companyName: 'Ventanas Sol', keys };
    const [one, other] = [await joinOffice(asked), await joinOffice(asked)];
    expect(other.membership).toEqual(one.membership);
    await one.send({ type: 'branch', id: 'b1', fields: { name: 'North' } });
    const { invite } = await one.office({ kind: 'office.invite', branchId: 'b1', name: 'Till', brings: 'data', validHours: 1 });
    const branchKeys = createIdentityKeys();
    const joining = { address: office.address, code: invite?.code ?? '', keys: branchKeys };
    const first = await joinOffice(joining);
    expect(first.membership.device).toMatchObject({ branchId: 'b1', brings: 'data', name: 'Till' });
    expect((await joinOffice(joining)).membership).toEqual(first.membership);
  });

  it('numbers the tills of a branch; the first computer is the main one', async () => {
    const office = await startTestOffice();
    const head = await foundOffice(office);
    const one = await joinBranch(office.address, head, 'b1');
    const other = await joinBranch(office.address, head, 'b1');
    expect(one.membership.device).toMatchObject({ branchId: 'b1', till: 1, isMain: true });
    expect(other.membership.device).toMatchObject({ branchId: 'b1', till: 2, isMain: false });
  });

  it('lets one computer join with a code, not two', async () => {
    const office = await startTestOffice();
    const head = await foundOffice(office);
    const { invite } = await head.office({
      kind: 'office.invite',
      branchId: null,
      name: 'Second',
      brings: 'nothing',
      validHours: 1,
    });
    const asked = { address: office.address, code: invite?.code ?? '' };
    const responses = await Promise.all([postJoin(asked), postJoin(asked)]);
    expect(responses.map(({ status }) => status).sort((one, other) => one - other)).toEqual([200, 403]);
  });

  it('says in one text where head office is, the code, and whose keys it has', async () => {
    const office = await startTestOffice({ publicAddress: 'https://office.example.com' });
    const head = await foundOffice(office);
    const { invite } = await head.office({
      kind: 'office.invite',
      branchId: null,
      name: 'Second',
      brings: 'nothing',
      validHours: 1,
    });
    expect(readInvitation(invite?.link ?? '')).toMatchObject({ address: 'https://office.example.com', code: invite?.code });
  });

  it('refuses a wrong code, and after ten of them the address', async () => {
    const office = await startTestOffice();
    await foundOffice(office);
    const wrong = { address: office.address, code: 'AAAA-BBBB-CCCC-DDDD' };
    for (let count = 0; count < 10; count += 1) expect(await codeOf(await postJoin(wrong))).toBe('wrongCode');
    const last = await postJoin(wrong);
    expect([last.status, await codeOf(last)]).toEqual([429, 'tooMany']);
  });

  it('refuses a code that is over, cancelled, or for a branch that there isn’t', async () => {
    let now = Date.now();
    const office = await startTestOffice({ now: () => now });
    const head = await foundOffice(office);
    const wanted = { kind: 'office.invite', branchId: null, name: 'Second', brings: 'nothing', validHours: 1 } as const;
    const { invite: late } = await head.office(wanted);
    const { invite: cancelled } = await head.office(wanted);
    expect(await head.office({ kind: 'office.cancelInvite', id: cancelled?.id ?? '' })).toMatchObject({ outcome: 'done' });
    expect(await codeOf(await postJoin({ address: office.address, code: cancelled?.code ?? '' }))).toBe('wrongCode');
    now += hour + 1;
    expect(await codeOf(await postJoin({ address: office.address, code: late?.code ?? '' }))).toBe('wrongCode');
    expect(await head.office({ ...wanted, branchId: 'nowhere' })).toMatchObject({ invite: null });
    const { invites } = await head.office({ kind: 'office.invites' });
    expect(invites.map(({ state }) => state).sort()).toEqual(['cancelled', 'expired']);
  });

  it('never takes the keys of a computer that was shut out again, and cancels the codes for its place', async () => {
    const office = await startTestOffice();
    const head = await foundOffice(office);
    const till = await joinBranch(office.address, head, 'b1');
    const wanted = { kind: 'office.invite', branchId: 'b1', name: 'Spare', brings: 'nothing', validHours: 1 } as const;
    const { invite: before } = await head.office(wanted);
    await head.office({ kind: 'office.revoke', deviceId: till.membership.device.id });
    expect(await codeOf(await postJoin({ address: office.address, code: before?.code ?? '' }))).toBe('wrongCode');
    const { invite: after } = await head.office(wanted);
    const again = await postJoin({ address: office.address, code: after?.code ?? '', keys: till.keys });
    expect(await codeOf(again)).toBe('wrongCode');
    const fresh = await joinOffice({ address: office.address, code: after?.code ?? '' });
    expect(fresh.membership.device).toMatchObject({ till: 2, isMain: true });
  });

  it('makes a computer known whose keys are in the file it will be set up from', async () => {
    const office = await startTestOffice();
    const head = await foundOffice(office);
    await head.send({ type: 'branch', id: 'b1', fields: { name: 'North' } });
    const asked = {
      kind: 'office.branchFile',
      branchId: 'b1',
      name: 'Till',
      brings: 'nothing',
      keys: { signing: head.keys.signing.public, agreement: head.keys.agreement.public },
      program: { version: '', schema: 0, protocol: 0 },
    } as const;
    expect(await head.office(asked)).toMatchObject({ membership: null });
    const { agreement, signing } = createIdentityKeys();
    const keys = { signing: signing.public, agreement: agreement.public };
    expect(await head.office({ ...asked, keys })).toMatchObject({ membership: { device: { branchId: 'b1', isMain: true } } });
  });
});
