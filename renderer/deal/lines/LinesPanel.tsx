import { Button, Paper, Text, Title } from '@mantine/core';
import { IconPencil, IconPlus, IconRuler2 } from '@tabler/icons-react';
import { useState } from 'react';
import { useFormat } from '#renderer/app/format.ts';
import { useSettings } from '#renderer/app/settings.tsx';
import { useText } from '#renderer/app/text.ts';
import { useLocale } from '#renderer/date/locale.ts';
import classes from '#renderer/deal/card/Deal.module.css';
import { useDealCard } from '#renderer/deal/card/deal-context.tsx';
import { draftOfLine, emptyLine } from '#renderer/deal/lines/line-draft.ts';
import type { LineDraft } from '#renderer/deal/lines/line-draft.ts';
import { LinesEditor } from '#renderer/deal/lines/LinesEditor.tsx';
import { useHasSizes } from '#renderer/deal/lines/use-has-sizes.ts';
import { useFieldRights } from '#renderer/people/use-rights.ts';
import type { Line } from '#shared/deal/fields.ts';

const shownAtFirst = 6;

/** What is sold, in short, and the way to change it. What was typed and not saved stays until it is thrown away. */
export function LinesPanel() {
  const t = useText();
  const format = useFormat();
  const locale = useLocale();
  const { taxRate } = useSettings();
  const { deal, isReadOnly: isClosed } = useDealCard();
  const moneyRight = useFieldRights()('amount', 'deal');
  const hasSayInPrices = moneyRight === 'open';
  const hasSizes = useHasSizes(deal.lines);
  const [draft, setDraft] = useState<readonly LineDraft[] | null>(null);
  const [opened, setOpened] = useState<'all' | 'sizes' | null>(null);
  const open = (columns: 'all' | 'sizes') => {
    if (draft === null) {
      const lines = deal.lines.map((line) => draftOfLine(line, { locale, currency: deal.currency }));
      setDraft(lines.length === 0 ? [emptyLine(taxRate, locale)] : lines);
    }
    setOpened(columns);
  };
  const isUnsaved = draft !== null && opened === null;
  return (
    <Paper withBorder px="sm" py="xs">
      <Title order={2} size="h5" mb={4}>
        {t('deal.lines')}
      </Title>
      {deal.lines.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('deal.lines.none')}
        </Text>
      )}
      <ul className={classes.list}>
        {deal.lines.slice(0, shownAtFirst).map((line) => (
          <LineSummary key={line.id} line={line} currency={deal.currency} />
        ))}
      </ul>
      {deal.lines.length > shownAtFirst && (
        <Text size="sm" c="dimmed">
          {t('deal.lines.more', { count: deal.lines.length - shownAtFirst })}
        </Text>
      )}
      {deal.lines.length > 0 && moneyRight !== 'hide' && (
        <dl className={classes.totals}>
          {deal.tax !== 0 && (
            <>
              <dt>{t('deal.lines.net')}</dt>
              <dd>{format.money(deal.net, deal.currency)}</dd>
              <dt>{t('deal.lines.tax')}</dt>
              <dd>{format.money(deal.tax, deal.currency)}</dd>
            </>
          )}
          <dt>
            <strong>{t('deal.lines.total')}</strong>
          </dt>
          <dd>
            <strong>{format.money(deal.net + deal.tax, deal.currency)}</strong>
          </dd>
        </dl>
      )}
      {isUnsaved && (
        <Text size="sm" role="status" mt={4}>
          {t('deal.lines.unsaved')}
        </Text>
      )}
      {!isClosed && (
        <>
          {hasSayInPrices && (
            <Button
              size="compact-sm"
              variant="subtle"
              mt={4}
              leftSection={deal.lines.length === 0 ? <IconPlus size={14} aria-hidden /> : <IconPencil size={14} aria-hidden />}
              onClick={() => open('all')}
            >
              {t(deal.lines.length === 0 ? 'deal.lines.add' : 'deal.lines.edit')}
            </Button>
          )}
          {hasSizes && (
            <Button
              size="compact-sm"
              variant="subtle"
              mt={4}
              leftSection={<IconRuler2 size={14} aria-hidden />}
              onClick={() => open('sizes')}
            >
              {t('deal.lines.sizes')}
            </Button>
          )}
        </>
      )}
      {draft !== null && opened !== null && (
        <LinesEditor
          draft={draft}
          columns={opened}
          hasSayInPrices={hasSayInPrices}
          onChange={setDraft}
          onColumns={setOpened}
          onHide={() => setOpened(null)}
          onDone={() => {
            setOpened(null);
            setDraft(null);
          }}
        />
      )}
    </Paper>
  );
}

interface LineSummaryProps {
  readonly line: Line;
  readonly currency: string;
}

function LineSummary({ line, currency }: LineSummaryProps) {
  const t = useText();
  const seesMoney = useFieldRights()('amount', 'deal') !== 'hide';
  const format = useFormat();
  const size =
    line.width === null && line.height === null
      ? ''
      : t('deal.lines.size', { width: line.width ?? '?', height: line.height ?? '?' });
  const details = [line.place, size, t('deal.lines.pieces', { count: line.pieces })].filter((part) => part !== '');
  return (
    <li>
      <div className={classes.row}>
        <Text component="span" className={classes.grows ?? ''} lineClamp={2}>
          {line.name || t('deal.lines.unnamed')}
        </Text>
        {seesMoney && (
          <Text component="span" flex="none">
            {format.money(line.gross, currency)}
          </Text>
        )}
      </div>
      <Text size="sm" c="dimmed">
        {details.join(' · ')}
      </Text>
    </li>
  );
}
