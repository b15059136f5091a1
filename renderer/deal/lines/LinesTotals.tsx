import { useFormat } from '#renderer/app/format.ts';
import { useText } from '#renderer/app/text.ts';
import { useLocale } from '#renderer/date/locale.ts';
import classes from '#renderer/deal/card/Deal.module.css';
import type { LineDraft } from '#renderer/deal/lines/line-draft.ts';
import { sumsOf } from '#renderer/deal/lines/line-sums.ts';
import type { Deal } from '#shared/deal/contract.ts';

interface LinesTotalsProps {
  readonly draft: readonly LineDraft[];
  readonly deal: Pick<Deal, 'currency' | 'pricesIncludeTax'>;
}

/** What the lines come to as they are typed now, tax by its rates. */
export function LinesTotals({ draft, deal: { currency, pricesIncludeTax } }: LinesTotalsProps) {
  const t = useText();
  const format = useFormat();
  const locale = useLocale();
  const { net, gross, taxes } = sumsOf(draft, { locale, currency, pricesIncludeTax });
  return (
    <dl className={classes.totals}>
      <dt>{t('deal.lines.net')}</dt>
      <dd>{format.money(net, currency)}</dd>
      {taxes.map(({ rate, tax }) => (
        <div key={rate} style={{ display: 'contents' }}>
          <dt>{t('deal.lines.taxAt', { rate: format.number(rate / 100) })}</dt>
          <dd>{format.money(tax, currency)}</dd>
        </div>
      ))}
      <dt>
        <strong>{t('deal.lines.total')}</strong>
      </dt>
      <dd>
        <strong>{format.money(gross, currency)}</strong>
      </dd>
    </dl>
  );
}
