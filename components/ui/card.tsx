import type { ReactNode } from 'react';
import { cx } from './cx';

type CardProps = {
  title?: ReactNode;
  /** At the right of the title: a figure, a link, a small button. */
  aside?: ReactNode;
  as?: 'h2' | 'h3';
  /** Without inner space, for tables and lists that bring their own. */
  flush?: boolean;
  className?: string;
  children: ReactNode;
};

/** A raised surface with an optional heading. */
export function Card({ title, aside, as: Heading = 'h2', flush = false, className, children }: CardProps) {
  return (
    <section
      className={cx(
        'min-w-0 rounded-lg border border-borde bg-superficie shadow-sombra',
        !flush && 'p-4 sm:p-5',
        className,
      )}
    >
      {(title || aside) && (
        <header
          className={cx(
            'flex flex-wrap items-center justify-between gap-x-4 gap-y-1',
            flush ? 'px-4 pt-4 pb-3 sm:px-5' : 'mb-3',
          )}
        >
          {title && <Heading className="text-[0.9375rem] font-semibold">{title}</Heading>}
          {aside && <div className="text-xs text-tinta-2">{aside}</div>}
        </header>
      )}
      {children}
    </section>
  );
}
