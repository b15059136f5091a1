import { catalogue } from '#shared/messages/catalogue.ts';
import type { MessageKey } from '#shared/messages/catalogue.ts';
import type { DeviceSummary, InviteSummary, Overview, Quarantined } from '#shared/sync/office-protocol.ts';
import { html } from '#office/page/html.ts';
import type { Html } from '#office/page/html.ts';
import { inviteForm, openInvites } from '#office/page/invite-page.ts';
import { branchName, hidden } from '#office/page/parts.ts';
import type { Speech } from '#office/page/speak.ts';

export interface OverviewData {
  readonly overview: Overview;
  readonly changes: readonly Quarantined[];
  readonly invites: readonly InviteSummary[];
  /** Proves that a form was sent from this page. */
  readonly token: string;
}

/** How everything stands: figures, computers, what was set aside, invitations. */
export function overviewPage(speech: Speech, data: OverviewData): Html {
  const { overview, changes, invites, token } = data;
  return html`${figures(speech, overview)} ${computers(speech, overview, token)}
  ${changes.length > 0 ? setAside(speech, data) : null} ${invites.length > 0 ? openInvites(speech, invites, token) : null}
  ${inviteForm(speech, overview, token)}`;
}

function figures({ say, number }: Speech, { devices, openConflicts, quarantined }: Overview): Html {
  const active = devices.filter(({ revokedAt }) => revokedAt === null);
  const late = active.filter(({ isLate }) => isLate).length;
  const conflicts = openConflicts.reduce((sum, { count }) => sum + count, 0);
  const figure = (label: string, value: number, isAlarm: boolean) =>
    html`<div class="${isAlarm ? 'alarm' : ''}">
      <dt>${label}</dt>
      <dd>${number(value)}</dd>
    </div>`;
  return html`<dl class="figures">
    ${figure(say('office.computers'), active.length, false)} ${figure(say('office.late'), late, late > 0)}
    ${figure(say('office.conflicts'), conflicts, conflicts > 0)} ${figure(say('office.quarantine'), quarantined, quarantined > 0)}
  </dl>`;
}

function computers(speech: Speech, { devices, office }: Overview, token: string): Html {
  const { say } = speech;
  return html`<section>
    <h2>${say('office.computers')}</h2>
    ${
      devices.length === 0
        ? html`<p class="soft">${say('office.computers.none')}</p>`
        : html`<div class="scroll">
            <table>
              <tr>
                <th>${say('office.branch')}</th>
                <th>${say('office.computer')}</th>
                <th>${say('office.state')}</th>
                <th>${say('office.lastContact')}</th>
                <th class="number">${say('office.toSend')}</th>
                <th class="number">${say('office.toFetch')}</th>
                <th>${say('office.version')}</th>
                <th>${say('office.clock')}</th>
                <th></th>
              </tr>
              ${devices.map((device) => computer(speech, device, { now: office.at, token }))}
            </table>
          </div>`
    }
  </section>`;
}

interface Moment {
  readonly now: number;
  readonly token: string;
}

function computer(speech: Speech, device: DeviceSummary, { now, token }: Moment): Html {
  const { say, number, ago, time } = speech;
  const { lastContactAt, revokedAt, isMain, program, backlog } = device;
  const contact = lastContactAt === null ? say('office.never') : ago(lastContactAt, now);
  return html`<tr>
    <td>${branchName(speech, device)}</td>
    <td>${device.name} ${isMain && revokedAt === null ? html`<span class="badge main">${say('office.main')}</span>` : null}</td>
    <td>${state(speech, device)}</td>
    <td title="${lastContactAt === null ? '' : time(lastContactAt)}">${contact}</td>
    <td class="number">${number(device.waiting)}</td>
    <td class="number">${backlog === null ? '–' : number(backlog)}</td>
    <td>${program.version}</td>
    <td>${clock(speech, device.clockOffset)}</td>
    <td class="actions">
      ${
        revokedAt === null
          ? html`${
                isMain
                  ? null
                  : html`<form method="post" action="/make-main">
                      ${hidden(token, device.id)}<button>${say('office.main.make')}</button>
                    </form>`
              } <a class="button" href="/revoke?id=${device.id}">${say('office.revoke')}</a>`
          : null
      }
    </td>
  </tr>`;
}

function state({ say }: Speech, { revokedAt, isLate }: DeviceSummary): Html {
  if (revokedAt !== null) return html`<span class="badge revoked">${say('office.state.revoked')}</span>`;
  if (isLate) return html`<span class="badge late">${say('office.state.late')}</span>`;
  return html`<span class="badge fine">${say('office.state.fine')}</span>`;
}

function clock({ say, number }: Speech, offset: number | null): string {
  if (offset === null) return '–';
  const minutes = Math.round(Math.abs(offset) / 60_000);
  if (minutes < 1) return say('office.clock.right');
  return say(offset > 0 ? 'office.clock.ahead' : 'office.clock.behind', { minutes: number(minutes) });
}

function setAside(speech: Speech, { overview, changes, token }: OverviewData): Html {
  const { say, number, time } = speech;
  const more = overview.quarantined - changes.length;
  return html`<section>
    <h2>${say('office.quarantine')}</h2>
    <p class="soft">${say('office.quarantine.text')}</p>
    <div class="scroll">
      <table>
        <tr>
          <th>${say('office.quarantine.when')}</th>
          <th>${say('office.quarantine.from')}</th>
          <th>${say('office.quarantine.what')}</th>
          <th>${say('office.quarantine.why')}</th>
          <th></th>
        </tr>
        ${changes.map(
          (change) =>
            html`<tr>
              <td>${time(change.at)}</td>
              <td>
                ${change.branchName ?? say('office.title')} · ${change.deviceName}${change.by === '' ? null : ` · ${change.by}`}
              </td>
              <td>${kindName(speech, change.recordType)} <span class="soft">${change.fields.join(', ')}</span></td>
              <td>${say(`office.refusal.${change.code}`)}</td>
              <td class="actions">
                <form method="post" action="/retry">${hidden(token, change.id)}<button>${say('office.retry')}</button></form>
                <a class="button" href="/discard?id=${change.id}">${say('office.discard')}</a>
              </td>
            </tr>`,
        )}
      </table>
    </div>
    ${more > 0 ? html`<p class="soft">${say('office.quarantine.more', { count: number(more) })}</p>` : null}
  </section>`;
}

/** What a kind of record is called; one of a newer version has no words here. */
function kindName({ say }: Speech, type: string): string {
  const key = `conflict.type.${type}`;
  return key in catalogue ? say(key as MessageKey) : type;
}
