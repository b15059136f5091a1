import { ActionIcon, Anchor, TextInput } from '@mantine/core';
import { IconPencil, IconX } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link as PageLink } from 'wouter';
import { api, client } from '#renderer/app/client.ts';
import { notifyDone } from '#renderer/app/notify.ts';
import { useText } from '#renderer/app/text.ts';
import { useCard } from '#renderer/card/card-context.tsx';
import { useInlineEdit } from '#renderer/card/field/inline-edit.ts';
import { refusalOf } from '#renderer/card/save-party.ts';
import classes from '#renderer/link/Links.module.css';
import type { Link } from '#shared/link/contract.ts';

interface LinkRowProps {
  readonly link: Link;
  /** Just made: its role is asked for. */
  readonly isNew: boolean;
  /** Called when the role was given, or wasn't. */
  readonly onAsked: () => void;
}

/** One company of a contact, or one person of a company. */
export function LinkRow({ link, isNew, onAsked }: LinkRowProps) {
  const t = useText();
  const { party, isReadOnly } = useCard();
  const isCompany = party.type === 'contact';
  const name = (isCompany ? link.companyTitle : link.contactTitle) || t(isCompany ? 'company.unnamed' : 'contact.unnamed');
  const remove = useMutation(
    api.link.delete.mutationOptions({
      onSuccess: ({ actId }) => notifyDone('link.removed.done', { name }, { undoActId: actId }),
    }),
  );
  return (
    <li className={classes.row}>
      <div className={classes.main}>
        <Anchor
          component={PageLink}
          href={isCompany ? `/companies/${link.companyId}` : `/contacts/${link.contactId}`}
          className={classes.name ?? ''}
        >
          {name}
        </Anchor>
        <Role link={link} name={name} isNew={isNew} onAsked={onAsked} />
      </div>
      {!isReadOnly && (
        <ActionIcon
          size={24}
          variant="subtle"
          color="gray"
          aria-label={t('link.remove', { name })}
          title={t('link.remove', { name })}
          loading={remove.isPending}
          onClick={() => remove.mutate({ id: link.id })}
        >
          <IconX size={15} aria-hidden />
        </ActionIcon>
      )}
    </li>
  );
}

function Role({ link, name, isNew, onAsked }: LinkRowProps & { readonly name: string }) {
  const t = useText();
  const { isReadOnly } = useCard();
  const queries = useQueryClient();
  const edit = useInlineEdit({
    value: link.role,
    startsOpen: isNew,
    onClose: onAsked,
    save: async (role) => {
      try {
        await client.link.update({ id: link.id, role: role.trim() });
        await queries.invalidateQueries({ queryKey: api.link.key() });
        return { type: 'saved' };
      } catch (error) {
        return { type: 'refused', message: refusalOf(error) };
      }
    },
  });
  if (isReadOnly) return <span className={classes.role}>{link.role}</span>;
  if (!edit.isEditing) {
    return (
      <button
        type="button"
        ref={edit.viewRef}
        className={classes.role}
        data-empty={link.role === '' || undefined}
        aria-label={`${t('link.role', { name })}: ${link.role || t('link.role.add')}`}
        title={link.role === '' ? t('link.role.add') : t('common.edit')}
        onClick={edit.start}
      >
        {link.role || <IconPencil size={14} aria-hidden />}
      </button>
    );
  }
  return (
    <div {...edit.editorProps}>
      <TextInput
        size="xs"
        autoFocus
        maxLength={120}
        aria-label={t('link.role', { name })}
        placeholder={t('link.role.placeholder')}
        value={edit.draft}
        error={edit.error}
        readOnly={edit.isSaving}
        onChange={(event) => edit.change(event.currentTarget.value)}
      />
    </div>
  );
}
