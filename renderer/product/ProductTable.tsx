import { ActionIcon, Button, Menu, Table, Text, UnstyledButton } from '@mantine/core';
import { IconArchive, IconArchiveOff, IconDotsVertical, IconPencil } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '#renderer/app/client.ts';
import { useFormat } from '#renderer/app/format.ts';
import { Message } from '#renderer/app/Message.tsx';
import { notifyDone } from '#renderer/app/notify.ts';
import { useText } from '#renderer/app/text.ts';
import { PriceCell } from '#renderer/product/PriceCell.tsx';
import classes from '#renderer/product/Products.module.css';
import { usePriceLists } from '#renderer/product/use-list-prices.ts';
import type { Product } from '#shared/product/contract.ts';

interface ProductTableProps {
  readonly rows: readonly Product[];
  readonly canEdit: boolean;
  readonly onEdit: (product: Product) => void;
  readonly readMore?: () => void;
}

/** Products with a column for each price list; prices are typed in place. */
export function ProductTable({ rows, canEdit, onEdit, readMore }: ProductTableProps) {
  const t = useText();
  const lists = usePriceLists();
  return (
    <div className={classes.scroll}>
      <Table stickyHeader verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('product.field.name')}</Table.Th>
            <Table.Th>{t('product.field.code')}</Table.Th>
            <Table.Th>{t('product.field.category')}</Table.Th>
            <Table.Th>{t('product.field.unit')}</Table.Th>
            <Table.Th className={classes.number ?? ''}>{t('product.field.taxRate')}</Table.Th>
            {lists.map(({ id, name, currency }) => (
              <Table.Th key={id} className={classes.number ?? ''}>{`${name}, ${currency}`}</Table.Th>
            ))}
            <Table.Td aria-hidden />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((product) => (
            <ProductRow key={product.id} product={product} canEdit={canEdit} onEdit={onEdit} />
          ))}
        </Table.Tbody>
      </Table>
      {readMore !== undefined && (
        <Button variant="light" my="sm" onClick={readMore}>
          <Message id="product.more" />
        </Button>
      )}
    </div>
  );
}

type ProductRowProps = Pick<ProductTableProps, 'canEdit' | 'onEdit'> & { readonly product: Product };

function ProductRow({ product, canEdit, onEdit }: ProductRowProps) {
  const t = useText();
  const format = useFormat();
  const lists = usePriceLists();
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={400}>
        {canEdit ? (
          <UnstyledButton className={classes.name ?? ''} onClick={() => onEdit(product)}>
            {product.name}
          </UnstyledButton>
        ) : (
          product.name
        )}
      </Table.Th>
      <Table.Td>{product.code}</Table.Td>
      <Table.Td>
        <Text c="dimmed">{product.category}</Text>
      </Table.Td>
      <Table.Td>{t(`deal.unit.${product.unit}`)}</Table.Td>
      <Table.Td className={classes.number ?? ''}>
        {product.taxRate === null ? '' : `${format.number(product.taxRate / 100)} %`}
      </Table.Td>
      {lists.map((list) => (
        <Table.Td key={list.id} className={classes.price ?? ''}>
          <PriceCell product={product} list={list} canEdit={canEdit} />
        </Table.Td>
      ))}
      <Table.Td className={classes.menu ?? ''}>{canEdit && <ProductMenu product={product} onEdit={onEdit} />}</Table.Td>
    </Table.Tr>
  );
}

function ProductMenu({ product, onEdit }: Pick<ProductRowProps, 'product' | 'onEdit'>) {
  const t = useText();
  const queries = useQueryClient();
  const isArchived = product.archivedAt !== null;
  const archive = useMutation(
    api.product.archive.mutationOptions({
      onSuccess: () => {
        notifyDone(isArchived ? 'product.restored.done' : 'product.archived.done', { name: product.name });
        void queries.invalidateQueries({ queryKey: api.product.key() });
      },
    }),
  );
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={t('product.menu', { name: product.name })}>
          <IconDotsVertical size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconPencil size={16} aria-hidden />} onClick={() => onEdit(product)}>
          {t('common.edit')}
        </Menu.Item>
        <Menu.Item
          leftSection={isArchived ? <IconArchiveOff size={16} aria-hidden /> : <IconArchive size={16} aria-hidden />}
          onClick={() => archive.mutate({ id: product.id, archived: !isArchived })}
        >
          {t(isArchived ? 'product.restore' : 'product.archive')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
