import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#renderer/app/client.ts';
import { notifyError } from '#renderer/app/notify.ts';
import { useSettings } from '#renderer/app/settings.tsx';
import { useText } from '#renderer/app/text.ts';
import { CurrencySelect } from '#renderer/pipeline/CurrencySelect.tsx';
import { usePriceLists } from '#renderer/product/use-list-prices.ts';
import { NamesEditor } from '#renderer/settings/NamesEditor.tsx';
import { Section } from '#renderer/settings/Section.tsx';
import { currencyOfCountry } from '#shared/money/money.ts';

/** Price lists: the first is the usual one. */
export function PriceListsSection() {
  const t = useText();
  const lists = usePriceLists();
  const { currency, country } = useSettings();
  const queries = useQueryClient();
  const set = useMutation(
    api.product.setPriceLists.mutationOptions({
      onError: notifyError,
      onSuccess: () => queries.invalidateQueries({ queryKey: api.product.key() }),
    }),
  );
  const usual = currency === '' ? currencyOfCountry(country) : currency;
  const [chosen, setChosen] = useState<string | null>(null);
  return (
    <Section id="price-lists" title="product.settings.lists" text="product.settings.listsText">
      <NamesEditor
        items={lists}
        label={t('product.settings.list')}
        addLabel={t('product.settings.newList')}
        maxLength={80}
        isSaving={set.isPending}
        noteOf={(id) => lists.find((list) => list.id === id)?.currency ?? ''}
        beside={<CurrencySelect w={220} aria-label={t('deal.settings.currency')} value={chosen ?? usual} onChange={setChosen} />}
        onSave={(items) =>
          set.mutate({
            lists: items.map(({ id, name }) => ({
              name,
              currency: lists.find((list) => list.id === id)?.currency ?? chosen ?? usual,
              ...(id === undefined ? {} : { id }),
            })),
          })
        }
      />
    </Section>
  );
}
