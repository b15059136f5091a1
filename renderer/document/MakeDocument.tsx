import { Button, Group, Menu, Modal } from '@mantine/core';
import { IconChevronDown, IconFilePlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useText } from '#renderer/app/text.ts';
import { DocumentForm } from '#renderer/document/DocumentForm.tsx';
import { documentKinds } from '#shared/document/data.ts';
import type { DocumentKind } from '#shared/document/data.ts';

/** Offers a quote first, then every other kind of document. */
export function MakeDocument({ dealId }: { readonly dealId: string }) {
  const t = useText();
  const [kind, setKind] = useState<DocumentKind | null>(null);
  return (
    <>
      <Group gap={4} mt={4}>
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconFilePlus size={14} aria-hidden />}
          onClick={() => setKind('quote')}
        >
          {t('document.makeQuote')}
        </Button>
        <Menu position="bottom-start" shadow="md">
          <Menu.Target>
            <Button size="compact-sm" variant="subtle" rightSection={<IconChevronDown size={14} aria-hidden />}>
              {t('document.makeOther')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {documentKinds
              .filter((other) => other !== 'quote')
              .map((other) => (
                <Menu.Item key={other} onClick={() => setKind(other)}>
                  {t(`document.kind.${other}`)}
                </Menu.Item>
              ))}
          </Menu.Dropdown>
        </Menu>
      </Group>
      <Modal opened={kind !== null} onClose={() => setKind(null)} title={kind !== null && t(`document.kind.${kind}`)}>
        {kind !== null && <DocumentForm key={kind} kind={kind} dealId={dealId} onClose={() => setKind(null)} />}
      </Modal>
    </>
  );
}
