import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from './cx';

type EmptyStateProps = {
  icon: LucideIcon;
  /** One sentence: what is not here. */
  title: string;
  /** What to do next. */
  description?: ReactNode;
  action?: ReactNode;
  as?: 'h1' | 'h2' | 'h3' | 'p';
  className?: string;
};

/** Nothing to show, and what to do about it. */
export function EmptyState({ icon: Icon, title, description, action, as: Heading = 'p', className }: EmptyStateProps) {
  return (
    <div className={cx('mx-auto flex max-w-sm flex-col items-center px-4 py-10 text-center', className)}>
      <span className="mb-4 grid size-14 place-items-center rounded-full bg-marca-suave text-marca">
        <Icon aria-hidden="true" className="size-7" strokeWidth={1.6} />
      </span>
      <Heading className="text-base font-semibold text-balance">{title}</Heading>
      {description && <p className="mt-1 text-pretty text-tinta-2">{description}</p>}
      {action && <div className="mt-5 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  );
}
