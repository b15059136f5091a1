import { Collapse, Group, Select, Text, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useId } from 'react';
import { Message } from '#renderer/app/Message.tsx';
import { useSettings } from '#renderer/app/settings.tsx';
import { selectText } from '#renderer/app/select-text.ts';
import { useText } from '#renderer/app/text.ts';
import { countriesIn, fitsCountry } from '#renderer/settings/countries.ts';
import type { CustomField } from '#shared/custom-field/contract.ts';
import type { Inspection } from '#shared/import/contract.ts';
import type { Mapping } from '#shared/import/mapping.ts';
import { encodings } from '#shared/import/table.ts';
import type { Encoding } from '#shared/import/table.ts';
import { moveHeader } from './header-choice.ts';
import { HeaderSelect } from './HeaderSelect.tsx';
import { readAgain } from './import-actions.ts';
import type { ImportDraft } from './import-draft.ts';
import { changeDraft } from './import-store.ts';

interface ReadingOptionsProps {
  readonly draft: ImportDraft;
  readonly inspection: Inspection;
  readonly mapping: Mapping;
  readonly fields: readonly CustomField[];
}

const delimiters = [
  [',', 'import.delimiter.comma'],
  [';', 'import.delimiter.semicolon'],
  ['\t', 'import.delimiter.tab'],
  ['|', 'import.delimiter.bar'],
] as const;

/** Corrections to how the file is read, out of the way until something looks wrong. */
export function ReadingOptions(props: ReadingOptionsProps) {
  const [isOpen, { toggle }] = useDisclosure(false);
  const id = useId();
  const Chevron = isOpen ? IconChevronDown : IconChevronRight;
  return (
    <div>
      <UnstyledButton onClick={toggle} aria-expanded={isOpen} aria-controls={id}>
        <Group gap={6}>
          <Chevron size={16} aria-hidden />
          <Text fw={600}>
            <Message id="import.reading.title" />
          </Text>
          <Text c="dimmed">
            <Message id="import.reading.hint" />
          </Text>
        </Group>
      </UnstyledButton>
      <Collapse expanded={isOpen} id={id}>
        <Group gap="sm" align="end" mt="xs">
          <FileChoices {...props} />
          <ValueChoices {...props} />
        </Group>
      </Collapse>
    </div>
  );
}

/** Choices for which the file is read again. */
function FileChoices({ draft, inspection, mapping, fields }: ReadingOptionsProps) {
  const t = useText();
  const { info, sample } = inspection;
  const { source } = mapping;
  const setHeader = (headerLines: readonly number[]) =>
    changeDraft({ mapping: moveHeader({ mapping, sample, headerLines, format: info.format, country: draft.country, fields }) });
  return (
    <>
      {info.sheets.length > 1 && (
        <Select
          size="sm"
          label={t('import.reading.sheet')}
          w={190}
          value={info.sheet}
          allowDeselect={false}
          data={info.sheets.map(({ name, hidden }) => ({
            value: name,
            label: hidden ? t('import.reading.hiddenSheet', { name }) : name,
          }))}
          onChange={(sheet) => sheet !== null && void readAgain({ sheet })}
        />
      )}
      {info.format !== 'vcf' && <HeaderSelect sample={sample} headerLines={mapping.headerLines} onChange={setHeader} />}
      {info.encoding !== null && (
        <Select
          size="sm"
          label={t('import.reading.encoding')}
          w={220}
          searchable
          {...selectText}
          value={info.encoding}
          allowDeselect={false}
          data={encodings.map((encoding) => ({ value: encoding, label: t(`import.encoding.${encoding}`) }))}
          onChange={(encoding: Encoding | null) => encoding !== null && void readAgain({ encoding })}
        />
      )}
      {info.delimiter !== null && (
        <Select
          size="sm"
          label={t('import.reading.delimiter')}
          w={170}
          value={info.delimiter}
          allowDeselect={false}
          data={delimiters.map(([value, name]) => ({ value, label: t(name) }))}
          onChange={(delimiter) =>
            delimiter !== null &&
            void readAgain({ delimiter, ...(source.encoding === undefined ? {} : { encoding: source.encoding }) })
          }
        />
      )}
    </>
  );
}

/** Choices about what the values mean. */
function ValueChoices({ draft, inspection, mapping }: ReadingOptionsProps) {
  const t = useText();
  const { language } = useSettings();
  const change = (changes: Partial<Mapping>) => changeDraft({ mapping: { ...mapping, ...changes } });
  return (
    <>
      {inspection.info.format !== 'vcf' && (
        <>
          <Select
            size="sm"
            label={t('import.reading.dates')}
            w={240}
            value={mapping.dateOrder}
            allowDeselect={false}
            data={(['dmy', 'mdy', 'ymd'] as const).map((order) => ({ value: order, label: t(`import.dates.${order}`) }))}
            onChange={(dateOrder) => dateOrder !== null && change({ dateOrder })}
          />
          <Select
            size="sm"
            label={t('import.reading.decimal')}
            w={170}
            value={mapping.decimal}
            allowDeselect={false}
            data={[
              { value: ',' as const, label: '1.234,56' },
              { value: '.' as const, label: '1,234.56' },
            ]}
            onChange={(decimal) => decimal !== null && change({ decimal })}
          />
          <Select
            size="sm"
            label={t('import.reading.subject')}
            w={190}
            value={mapping.subject}
            allowDeselect={false}
            data={(['auto', 'contact', 'company'] as const).map((subject) => ({
              value: subject,
              label: t(`import.subject.${subject}`),
            }))}
            onChange={(subject) => subject !== null && change({ subject })}
          />
        </>
      )}
      <Select
        size="sm"
        label={t('import.reading.country')}
        w={200}
        searchable
        {...selectText}
        value={draft.country}
        allowDeselect={false}
        nothingFoundMessage={t('list.filter.nothing')}
        data={countriesIn(language)}
        filter={({ options, search }) => options.filter((option) => 'value' in option && fitsCountry(option.label, search))}
        onChange={(country) => country !== null && changeDraft({ country })}
      />
    </>
  );
}
