import { renderSVG } from 'uqr';
import type { InviteSummary, Overview } from '#shared/sync/office-protocol.ts';
import { html, trusted } from '#office/page/html.ts';
import type { Html } from '#office/page/html.ts';
import { branchName, hidden } from '#office/page/parts.ts';
import type { Speech } from '#office/page/speak.ts';

const hoursToChoose = [24, 72, 168, 720] as const;

/** Asks for which branch a code is to be made. */
export function inviteForm({ say, hours }: Speech, { branches, company }: Overview, token: string): Html {
  if (company === null) return html``;
  return html`<section>
    <h2>${say('office.invite.title')}</h2>
    <form method="post" action="/invite" class="fields">
      <input type="hidden" name="token" value="${token}" />
      <label
        >${say('office.branch')}
        <select name="branch">
          ${branches.map(({ id, name }) => html`<option value="${id}">${name}</option>`)}
          <option value="">${say('office.title')}</option>
        </select></label
      >
      <label>${say('office.invite.name')}<input name="name" required maxlength="120" autocomplete="off" /></label>
      <label
        >${say('office.invite.brings')}
        <select name="brings">
          <option value="nothing">${say('office.invite.brings.nothing')}</option>
          <option value="data">${say('office.invite.brings.data')}</option>
        </select></label
      >
      <label
        >${say('office.invite.valid')}
        <select name="hours">
          ${hoursToChoose.map((count) => html`<option value="${count}">${hours(count)}</option>`)}
        </select></label
      >
      <button class="first">${say('office.invite.make')}</button>
    </form>
  </section>`;
}

export interface MadeInvite {
  readonly name: string;
  readonly code: string;
  readonly link: string;
  readonly expiresAt: number;
}

/** Shows a code, once. */
export function codePage({ say, time }: Speech, { name, code, link, expiresAt }: MadeInvite): Html {
  return html`<section class="two">
    <div>
      <h2>${say('office.invite.code.title', { name })}</h2>
      <p class="code">${code}</p>
      <p>${say('office.invite.code.text', { until: time(expiresAt) })}</p>
      <p class="link">${link}</p>
      <a class="button" href="/">${say('office.keep')}</a>
    </div>
    <div class="qr" role="img" aria-label="${say('office.invite.qr')}">${trusted(renderSVG(link, { border: 0 }))}</div>
  </section>`;
}

/** Codes that nobody has used yet. */
export function openInvites(speech: Speech, invites: readonly InviteSummary[], token: string): Html {
  const { say, time } = speech;
  return html`<section>
    <h2>${say('office.invites')}</h2>
    <div class="scroll">
      <table>
        <tr>
          <th>${say('office.branch')}</th>
          <th>${say('office.computer')}</th>
          <th>${say('office.invites.until')}</th>
          <th></th>
        </tr>
        ${invites.map(
          (invite) =>
            html`<tr>
              <td>${branchName(speech, invite)}</td>
              <td>${invite.name}</td>
              <td>${time(invite.expiresAt)}</td>
              <td class="actions">
                <form method="post" action="/cancel-invite">
                  ${hidden(token, invite.id)}<button>${say('office.invites.cancel')}</button>
                </form>
              </td>
            </tr>`,
        )}
      </table>
    </div>
  </section>`;
}
