import { Badge, Button, Menu } from '@mantine/core';
import { IconCheck, IconChevronDown } from '@tabler/icons-react';
import { notifyError } from '#renderer/app/notify.ts';
import { useText } from '#renderer/app/text.ts';
import { useCard } from '#renderer/card/card-context.tsx';
import { partyKinds } from '#shared/party/fields.ts';
import type { PartyKind } from '#shared/party/fields.ts';

/** Client, supplier...: shown beside the name, changed with a click. */
export function KindMenu() {
  const t = useText();
  const { party, save, isReadOnly } = useCard();
  const shown = t(`party.kind.${party.kind}`);
  const choose = async (kind: PartyKind) => {
    const result = await save({ kind });
    if (result.type === 'refused') notifyError(result.error);
  };
  if (isReadOnly) {
    return (
      <Badge size="lg" variant="light" tt="none" flex="none">
        {shown}
      </Badge>
    );
  }
  return (
    <Menu position="bottom-start" shadow="md">
      <Menu.Target>
        <Button
          size="compact-sm"
          variant="light"
          radius="xl"
          flex="none"
          rightSection={<IconChevronDown size={14} aria-hidden />}
          aria-label={t('card.kind.change', { kind: shown })}
        >
          {shown}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {partyKinds.map((kind) => (
          <Menu.Item
            key={kind}
            onClick={() => void choose(kind)}
            rightSection={kind === party.kind ? <IconCheck size={16} aria-hidden /> : undefined}
          >
            {t(`party.kind.${kind}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
