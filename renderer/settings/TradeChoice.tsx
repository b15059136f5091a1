import { Radio, SimpleGrid } from '@mantine/core';
import { IconBuildingWarehouse, IconCar, IconDots, IconScissors, IconShoppingCart, IconWindow } from '@tabler/icons-react';
import type { ComponentType } from 'react';
import { Message } from '#renderer/app/Message.tsx';
import { useText } from '#renderer/app/text.ts';
import styles from '#renderer/settings/TradeChoice.module.css';
import type { Settings } from '#shared/settings/contract.ts';

type Trade = Settings['trade'];

const icons: Readonly<Record<Trade, ComponentType<{ readonly size?: number; readonly stroke?: number }>>> = {
  windows: IconWindow,
  salon: IconScissors,
  wholesale: IconBuildingWarehouse,
  garage: IconCar,
  online: IconShoppingCart,
  other: IconDots,
};
const trades = Object.keys(icons) as readonly Trade[];

interface TradeChoiceProps {
  readonly value: Trade;
  readonly onChange: (trade: Trade) => void;
}

/** What the shop does. */
export function TradeChoice({ value, onChange }: TradeChoiceProps) {
  const t = useText();
  return (
    <Radio.Group label={t('settings.trade')} value={value} onChange={(trade) => onChange(trade as Trade)}>
      <SimpleGrid cols={{ base: 2, sm: 3 }} spacing="xs" mt={4}>
        {trades.map((trade) => {
          const Icon = icons[trade];
          return (
            <Radio.Card key={trade} value={trade} tabIndex={trade === value ? 0 : -1} className={styles.card}>
              <Icon size={20} stroke={1.6} />
              <Message id={`settings.trade.${trade}`} />
            </Radio.Card>
          );
        })}
      </SimpleGrid>
    </Radio.Group>
  );
}
