export { PartyCell } from './PartyCell.tsx';
export { partyPath } from './party-path.ts';
export { useIdsBetween, usePartyRows } from './use-party-rows.ts';
