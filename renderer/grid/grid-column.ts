import type { ReactNode } from 'react';

/** A column of a grid, as shown. */
export interface GridColumn<Row> {
  readonly field: string;
  readonly label: string;
  /** Pixels. */
  readonly width: number;
  /** What to sort by when its head is pressed; a column without it can't be sorted by. */
  readonly sortField?: string;
  readonly render: (row: Row, index: number) => ReactNode;
}

export interface GridSort {
  readonly field: string;
  readonly direction: 'ascending' | 'descending';
}

/** What the user may do to columns; a grid without it has fixed ones. */
export interface ColumnChanges {
  /** Tells the width in pixels when the drag ends. */
  readonly resize: (field: string, width: number) => void;
  /** Puts a column where another one stands. */
  readonly move: (field: string, to: string) => void;
}

export const narrowestColumn = 60;
export const widestColumn = 900;

export function limitWidth(width: number): number {
  return Math.round(Math.min(widestColumn, Math.max(narrowestColumn, width)));
}
