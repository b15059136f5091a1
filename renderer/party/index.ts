export { PartyCell } from './PartyCell.tsx';
export { useIdsBetween, usePartyRows } from './use-party-rows.ts';
