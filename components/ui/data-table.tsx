import type { Route } from 'next';
import type { ReactNode } from 'react';
import { Link } from '@/components/ui/link';
import { cx } from './cx';

export type Column<T> = {
  key: string;
  title: string;
  cell: (row: T) => ReactNode;
  /** Right-aligned, with figures that line up. */
  numeric?: boolean;
  /** The name of the row: first and strong in the stacked form, and what the row's link wraps. One per table. */
  main?: boolean;
  /** Not shown in the stacked form. */
  wideOnly?: boolean;
  /** Sentences: in the stacked form they take the whole width, under their title. */
  long?: boolean;
  /** Says itself what it is (a button, a checkbox): without its title in the stacked form. */
  bare?: boolean;
  className?: string;
};

type DataTableProps<T> = {
  /** What the table lists, for screen readers. */
  caption: string;
  columns: readonly Column<T>[];
  rows: readonly T[];
  rowKey: (row: T) => string | number;
  /** Makes the whole row open its page. */
  rowHref?: (row: T) => Route;
  /** Extra classes of one row: a voided ticket, a selected line. */
  rowClass?: (row: T) => string | undefined;
  /** In place of the rows when there are none. */
  empty?: ReactNode;
};

/**
 * Rows and columns with a sticky head. Where its container is narrow each row becomes a small card (name, then
 * label–value lines), so that a phone never scrolls sideways. The roles are written out because `display` drops them.
 */
export function DataTable<T>({ caption, columns, rows, rowKey, rowHref, rowClass, empty }: DataTableProps<T>) {
  if (rows.length === 0 && empty) return empty;
  return (
    <div className="@container">
      {/* biome-ignore-start lint/a11y/noRedundantRoles: the stacked form changes display, which removes the native roles */}
      <table role="table" className="block w-full border-collapse @2xl:table">
        <caption className="sr-only">{caption}</caption>
        <thead role="rowgroup" className="sr-only @2xl:not-sr-only @2xl:table-header-group">
          <tr role="row">
            {columns.map((column) => (
              <th
                key={column.key}
                role="columnheader"
                scope="col"
                className={cx(
                  'sticky top-(--alto-barra) z-10 bg-superficie shadow-[inset_0_-1px_0_var(--borde)] px-3 py-2.5 text-xs font-medium text-tinta-2 first:pl-4 last:pr-4 sm:first:pl-5 sm:last:pr-5',
                  column.numeric ? 'text-right' : 'text-left',
                )}
              >
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup" className="block @2xl:table-row-group">
          {rows.map((row) => (
            <tr
              key={rowKey(row)}
              role="row"
              className={cx(
                'relative flex flex-col gap-1 border-b border-borde px-4 py-3 last:border-b-0 @2xl:table-row',
                rowHref && 'hover:bg-superficie-2/60',
                rowClass?.(row),
              )}
            >
              {columns.map((column) => (
                <td
                  key={column.key}
                  role="cell"
                  data-title={column.title}
                  className={cx(
                    'min-w-0 @2xl:table-cell @2xl:px-3 @2xl:py-2.5 @2xl:first:pl-5 @2xl:last:pr-5',
                    column.wideOnly ? 'hidden' : 'flex',
                    column.long ? 'flex-col gap-0.5' : 'justify-between gap-4',
                    column.main && 'font-medium',
                    !column.main && !column.long && 'text-right before:text-left',
                    !column.main &&
                      !column.bare &&
                      'before:text-tinta-2 before:content-[attr(data-title)] @2xl:before:content-none',
                    column.numeric ? 'num @2xl:text-right' : '@2xl:text-left',
                    column.className,
                  )}
                >
                  {column.main && rowHref ? (
                    <Link
                      href={rowHref(row)}
                      className="after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-foco"
                    >
                      {column.cell(row)}
                    </Link>
                  ) : (
                    column.cell(row)
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {/* biome-ignore-end lint/a11y/noRedundantRoles: end of the table */}
    </div>
  );
}
