import { useFormat } from '#renderer/app/format.ts';
import { useText } from '#renderer/app/text.ts';
import { useDealCard } from '#renderer/deal/card/deal-context.tsx';
import { usePersonName } from '#renderer/people/use-people.ts';
import { useStages } from '#renderer/pipeline/use-pipelines.ts';
import type { Change } from '#shared/history/contract.ts';

interface ChangeLine {
  readonly label: string;
  readonly from: string;
  readonly to: string;
}

const shownFields = [
  'title',
  'stageId',
  'estimate',
  'ownerId',
  'expectedClose',
  'source',
  'channel',
  'siteAddress',
  'visitAt',
  'leaveAt',
  'workAt',
  'notes',
] as const;
type ShownField = (typeof shownFields)[number];

/** `titleOf(change)`: what happened to the deal, in a few words. */
export function useChangeTitle(): (change: Change) => string {
  const t = useText();
  return ({ actKind, operation, fields }) => {
    if (operation === 'create') return t('deal.change.created');
    if (actKind === 'undo') return t('activity.change.undone');
    const to = (field: string) => fields.find((one) => one.field === field)?.to;
    const status = to('status');
    if (status === 'won' || status === 'lost' || status === 'open') return t(`deal.change.${status}`);
    if (to('stageId') !== undefined) return t('deal.change.moved');
    const deletedAt = fields.find(({ field }) => field === 'deletedAt');
    if (deletedAt !== undefined) return t(deletedAt.to === null ? 'deal.change.restored' : 'deal.change.deleted');
    return t('deal.change.updated');
  };
}

/** `linesOf(change)`: what each field was and is. */
export function useChangeLines(): (change: Change) => readonly ChangeLine[] {
  const t = useText();
  const format = useFormat();
  const { deal } = useDealCard();
  const stageOf = useStages();
  const nameOf = usePersonName();
  const write = (field: ShownField, value: unknown): string => {
    if (value === null || value === undefined || value === '') return t('activity.change.empty');
    if (typeof value === 'number') return field === 'estimate' ? format.money(value, deal.currency) : format.dateTime(value);
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    if (field === 'stageId') return stageOf(text)?.name ?? '…';
    if (field === 'ownerId') return nameOf(text);
    return field === 'expectedClose' ? format.date(text) : text;
  };
  return ({ operation, fields }) => {
    if (operation !== 'update') return [];
    return shownFields.flatMap((field) => {
      const change = fields.find((one) => one.field === field);
      if (change === undefined) return [];
      return [{ label: t(`deal.field.${field}`), from: write(field, change.from), to: write(field, change.to) }];
    });
  };
}
