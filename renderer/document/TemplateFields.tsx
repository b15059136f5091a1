import { Accordion, ActionIcon, Code, CopyButton, Group, Text } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { Fragment } from 'react';
import { useText } from '#renderer/app/text.ts';
import classes from '#renderer/document/Documents.module.css';
import { templateFields } from '#shared/document/template-fields.ts';
import type { TemplateField } from '#shared/document/template-fields.ts';

/** Everything a template can name, each with its tag to copy. */
export function TemplateFields() {
  const t = useText();
  return (
    <Accordion variant="contained">
      <Accordion.Item value="fields">
        <Accordion.Control>{t('document.fields')}</Accordion.Control>
        <Accordion.Panel>
          <Text c="dimmed" mb="xs">
            {t('document.fields.text')}
          </Text>
          <dl className={classes.fields}>
            {templateFields.map((field) => (
              <Fragment key={field.label}>
                <dt className={field.kind === 'value' ? undefined : classes.start}>
                  <Tag tag={tagOf(field)} />
                </dt>
                <dd className={field.kind === 'value' ? undefined : classes.start}>{t(field.label)}</dd>
              </Fragment>
            ))}
          </dl>
        </Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  );
}

/** A list or group needs its end too. */
function tagOf({ name, kind }: TemplateField): string {
  return kind === 'value' ? `{${name}}` : `{#${name}}{/${name}}`;
}

function Tag({ tag }: { readonly tag: string }) {
  const t = useText();
  return (
    <Group gap={2} wrap="nowrap">
      <CopyButton value={tag}>
        {({ copied, copy }) => (
          <ActionIcon
            size={24}
            variant="subtle"
            color="gray"
            aria-label={copied ? t('common.copied') : t('document.fields.copy', { tag })}
            title={t('document.fields.copy', { tag })}
            onClick={copy}
          >
            {copied ? <IconCheck size={14} aria-hidden /> : <IconCopy size={14} aria-hidden />}
          </ActionIcon>
        )}
      </CopyButton>
      <Code>{tag}</Code>
    </Group>
  );
}
